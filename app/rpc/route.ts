import { MAX_RPC_BODY, passToChain, rpcQuery, rpcSchema, rpcUrlOf } from '#lib/flows/api/rpc.ts'
import { env } from '#lib/platform/env.ts'
import { route } from '#lib/platform/route.ts'

export const POST = route({
  body: rpcSchema,
  query: rpcQuery,
  maxBody: MAX_RPC_BODY,
  limit: 'rpc',
  async handle({ body, query }) {
    const answer = await passToChain(rpcUrlOf(env(), query.chain), body)
    return new Response(new Uint8Array(answer), {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    })
  },
})
