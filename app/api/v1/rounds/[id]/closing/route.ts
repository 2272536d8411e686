import { roundParams } from '#lib/flows/api/schemas.ts'
import { closingArgs } from '#lib/flows/close/loaders.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: roundParams,
  handle: async ({ params }) =>
    Response.json(await closingArgs(params.id), { headers: { 'cache-control': 'no-store' } }),
})
