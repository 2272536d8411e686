import { draftParams } from '#lib/flows/api/schemas.ts'
import { freezeRound } from '#lib/flows/draft-round/freeze-round.ts'
import { services } from '#lib/flows/services.ts'
import { requireSession } from '#lib/platform/cookies.ts'
import { route } from '#lib/platform/route.ts'
import { roundById } from '#lib/rounds/loaders.ts'

export const POST = route({
  params: draftParams,
  async handle({ params }) {
    const session = await requireSession()
    const { rowId } = await freezeRound(services(), params.id, session.address)
    return Response.json(await roundById(rowId))
  },
})
