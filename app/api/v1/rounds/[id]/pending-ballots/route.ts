import { roundParams } from '#lib/flows/api/schemas.ts'
import { startPendingSchema } from '#lib/flows/pending-ballot/schema.ts'
import { startPending } from '#lib/flows/pending-ballot/start-pending.ts'
import { services } from '#lib/flows/services.ts'
import { clientOf, route } from '#lib/platform/route.ts'

const MAX_BODY = 196_608

export const POST = route({
  params: roundParams,
  body: startPendingSchema,
  maxBody: MAX_BODY,
  async handle({ request, params, body }) {
    const pending = await startPending(services(), params.id, { body, client: clientOf(request) })
    return Response.json(pending, { status: 201, headers: { 'cache-control': 'no-store' } })
  },
})
