import { roundParams } from '#lib/flows/api/schemas.ts'
import { openingArgs } from '#lib/flows/open/loaders.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: roundParams,
  handle: async ({ params }) =>
    Response.json(await openingArgs(params.id), { headers: { 'cache-control': 'no-store' } }),
})
