import { exposureOf } from '#lib/candidates/loaders.ts'
import { exposureQuery, roundParams } from '#lib/flows/api/schemas.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'
import { numberedRound } from '#lib/rounds/loaders.ts'

export const GET = route({
  params: roundParams,
  query: exposureQuery,
  async handle({ params, query }) {
    const exposure = await exposureOf(await numberedRound(params.id), query.epoch)
    if (!exposure) throw new AppError('epoch-unknown')
    return Response.json(exposure)
  },
})
