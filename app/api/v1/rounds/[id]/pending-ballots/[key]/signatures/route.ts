import { answerPending } from '#lib/flows/pending-ballot/answer-pending.ts'
import { pendingParamsSchema, signPendingSchema } from '#lib/flows/pending-ballot/schema.ts'
import { signPending } from '#lib/flows/pending-ballot/sign-pending.ts'
import { services } from '#lib/flows/services.ts'
import { clientOf, route } from '#lib/platform/route.ts'

export const POST = route({
  params: pendingParamsSchema,
  body: signPendingSchema,
  async handle({ request, params, body }) {
    const at = { roundId: params.id, key: params.key }
    return answerPending(request, await signPending(services(), at, { body, client: clientOf(request) }))
  },
})
