import { listLeafHashes } from '#lib/ballots/loaders.ts'
import { hashesQuery, roundParams } from '#lib/flows/api/schemas.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: roundParams,
  query: hashesQuery,
  handle: async ({ params, query }) =>
    Response.json(await listLeafHashes(params.id, { from: query.cursor, take: query.take }), {
      headers: { 'cache-control': 'no-store' },
    }),
})
