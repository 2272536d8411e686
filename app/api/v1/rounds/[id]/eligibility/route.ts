import { eligibility } from '#lib/ballots/loaders.ts'
import { eligibilityQuery, roundParams } from '#lib/flows/api/schemas.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: roundParams,
  query: eligibilityQuery,
  handle: async ({ params, query }) =>
    Response.json(await eligibility({ roundId: params.id, address: query.address }), {
      headers: { 'cache-control': 'no-store' },
    }),
})
