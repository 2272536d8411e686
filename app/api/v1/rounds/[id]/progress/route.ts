import { briefProgress } from '#lib/flows/submit/loaders.ts'
import { progressQuerySchema, roundParamsSchema } from '#lib/flows/submit/schema.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: roundParamsSchema,
  query: progressQuerySchema,
  async handle({ params, query }) {
    const progress = await briefProgress(params.id, query.brief)
    if (!progress) throw new AppError('not-found')
    return Response.json(progress, { headers: { 'cache-control': 'no-store' } })
  },
})
