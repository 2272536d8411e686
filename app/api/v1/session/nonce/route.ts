import { beginSignIn } from '#lib/flows/sign-in/loaders.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  limit: 'session',
  handle: async () => Response.json(await beginSignIn(), { headers: { 'cache-control': 'no-store' } }),
})
