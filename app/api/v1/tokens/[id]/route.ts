import { tokenParams, tokenQuery } from '#lib/flows/api/schemas.ts'
import { tokenOf } from '#lib/minting/loaders.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: tokenParams,
  query: tokenQuery,
  handle: async ({ params, query }) =>
    Response.json(await tokenOf({ tokenId: params.id, collection: query.collection })),
})
