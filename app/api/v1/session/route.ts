import { currentSession } from '#lib/platform/cookies.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  async handle() {
    const session = await currentSession()
    return Response.json(session ?? { address: null, chainId: null }, {
      headers: { 'cache-control': 'no-store' },
    })
  },
})
