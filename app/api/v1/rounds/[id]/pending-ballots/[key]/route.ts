import { answerPending } from '#lib/flows/pending-ballot/answer-pending.ts'
import { pendingBallot } from '#lib/flows/pending-ballot/loaders.ts'
import { pendingParamsSchema } from '#lib/flows/pending-ballot/schema.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: pendingParamsSchema,
  async handle({ request, params }) {
    const pending = await pendingBallot(params.id, params.key)
    if (!pending) throw new AppError('pending-unknown')
    return answerPending(request, pending)
  },
})
