import { MAX_RPC_BODY, passToChain, rpcSchema } from '#lib/flows/api/rpc.ts'
import { env } from '#lib/platform/env.ts'
import { route } from '#lib/platform/route.ts'

export const POST = route({
  body: rpcSchema,
  maxBody: MAX_RPC_BODY,
  limit: 'rpc',
  async handle({ body }) {
    const answer = await passToChain(env().CHAIN_RPC_URL, body)
    return new Response(new Uint8Array(answer), {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    })
  },
})
