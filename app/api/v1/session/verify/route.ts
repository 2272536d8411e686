import { verifyBody } from '#lib/flows/api/schemas.ts'
import { finishSignIn } from '#lib/flows/sign-in/loaders.ts'
import { route } from '#lib/platform/route.ts'

export const POST = route({
  body: verifyBody,
  limit: 'session',
  handle: async ({ body }) => Response.json(await finishSignIn(body)),
})
