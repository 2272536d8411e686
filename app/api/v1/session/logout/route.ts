import { signOut } from '#lib/flows/sign-in/loaders.ts'
import { route } from '#lib/platform/route.ts'

export const POST = route({
  async handle() {
    await signOut()
    return Response.json({ address: null, chainId: null })
  },
})
