import { roundParams } from '#lib/flows/api/schemas.ts'
import { winnersArgs } from '#lib/flows/mint/loaders.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: roundParams,
  handle: async ({ params }) =>
    Response.json(await winnersArgs(params.id), { headers: { 'cache-control': 'no-store' } }),
})
