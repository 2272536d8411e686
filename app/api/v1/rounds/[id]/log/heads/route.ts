import { listLogHeads } from '#lib/ballots/loaders.ts'
import { headsQuery, roundParams } from '#lib/flows/api/schemas.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: roundParams,
  query: headsQuery,
  async handle({ params, query }) {
    const { cursor, take } = query
    const page = await listLogHeads(params.id, { take, ...(cursor !== undefined && { below: cursor }) })
    return Response.json(page, { headers: { 'cache-control': 'no-store' } })
  },
})
