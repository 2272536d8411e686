import { consistencyOf } from '#lib/ballots/loaders.ts'
import { consistencyQuery, roundParams } from '#lib/flows/api/schemas.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: roundParams,
  query: consistencyQuery,
  handle: async ({ params, query }) => Response.json(await consistencyOf(params.id, query)),
})
