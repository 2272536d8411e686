import { draftParams, routingBody } from '#lib/flows/api/schemas.ts'
import { services } from '#lib/flows/services.ts'
import { setRouting } from '#lib/flows/set-routing/set-routing.ts'
import { requireSession } from '#lib/platform/cookies.ts'
import { route } from '#lib/platform/route.ts'
import { roundById } from '#lib/rounds/loaders.ts'

export const POST = route({
  params: draftParams,
  body: routingBody,
  async handle({ params, body }) {
    const session = await requireSession()
    const { rowId } = await setRouting(services(), { id: params.id, ...body }, session.address)
    return Response.json(await roundById(rowId))
  },
})
