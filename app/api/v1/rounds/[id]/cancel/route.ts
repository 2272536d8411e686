import { cancelBody, draftParams } from '#lib/flows/api/schemas.ts'
import { cancelRound } from '#lib/flows/draft-round/freeze-round.ts'
import { services } from '#lib/flows/services.ts'
import { requireSession } from '#lib/platform/cookies.ts'
import { route } from '#lib/platform/route.ts'
import { roundById } from '#lib/rounds/loaders.ts'

export const POST = route({
  params: draftParams,
  body: cancelBody,
  async handle({ params, body }) {
    const session = await requireSession()
    const { rowId } = await cancelRound(services(), { id: params.id, ...body }, session.address)
    return Response.json(await roundById(rowId))
  },
})
