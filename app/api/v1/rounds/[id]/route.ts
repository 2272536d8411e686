import { visibleRound } from '#lib/flows/api/loaders.ts'
import { draftParams } from '#lib/flows/api/schemas.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: draftParams,
  async handle({ params }) {
    const round = await visibleRound(params.id)
    if (!round) throw new AppError('round-unknown')
    return Response.json(round, { headers: { 'cache-control': 'no-store' } })
  },
})
