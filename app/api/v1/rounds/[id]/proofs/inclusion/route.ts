import { inclusionOf } from '#lib/ballots/loaders.ts'
import { inclusionQuery, roundParams } from '#lib/flows/api/schemas.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: roundParams,
  query: inclusionQuery,
  handle: async ({ params, query }) => Response.json(await inclusionOf(params.id, query)),
})
