import { hangOf } from '#lib/candidates/loaders.ts'
import { hangQuery, roundParams } from '#lib/flows/api/schemas.ts'
import { route } from '#lib/platform/route.ts'
import { numberedRound } from '#lib/rounds/loaders.ts'

export const GET = route({
  params: roundParams,
  query: hangQuery,
  async handle({ params, query }) {
    const round = await numberedRound(params.id)
    const { order, deal = null } = query
    const hang = await hangOf(round, { order, deal })
    // Works and epochs never change, so an order that was asked for by its deal does not either.
    const isLasting = order !== 'fair' || hang.deal === deal
    return Response.json(hang, {
      headers: { 'cache-control': isLasting ? 'public, max-age=31536000, immutable' : 'no-store' },
    })
  },
})
