import { impressionsSchema } from '#lib/candidates/schema.ts'
import { roundParams } from '#lib/flows/api/schemas.ts'
import { recordImpressions } from '#lib/flows/record-impressions/record-impressions.ts'
import { services } from '#lib/flows/services.ts'
import { clientOf, route } from '#lib/platform/route.ts'

export const POST = route({
  params: roundParams,
  body: impressionsSchema,
  async handle({ request, params, body }) {
    const { numbers } = body
    const counted = await recordImpressions(services(), params.id, { numbers, client: clientOf(request) })
    return Response.json({ counted })
  },
})
