import { draftParams, quotesQuery } from '#lib/flows/api/schemas.ts'
import { batchQuotes } from '#lib/flows/generate/loaders.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: draftParams,
  query: quotesQuery,
  async handle({ params, query }) {
    return Response.json(await batchQuotes(params.id, query.count))
  },
})
