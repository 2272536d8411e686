import { clockView } from '#lib/flows/api/loaders.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  handle: async () => Response.json(await clockView(), { headers: { 'cache-control': 'no-store' } }),
})
