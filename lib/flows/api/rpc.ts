import { z } from 'zod'
import type { Env } from '#lib/platform/env.ts'
import { AppError } from '#lib/platform/errors.ts'

/** What wallets and pages need to read, simulate and send; nothing that controls a node or lists its accounts. */
const METHODS = new Set([
  'eth_blockNumber',
  'eth_call',
  'eth_chainId',
  'eth_estimateGas',
  'eth_feeHistory',
  'eth_gasPrice',
  'eth_getBalance',
  'eth_getBlockByHash',
  'eth_getBlockByNumber',
  'eth_getCode',
  'eth_getLogs',
  'eth_getProof',
  'eth_getStorageAt',
  'eth_getTransactionByHash',
  'eth_getTransactionCount',
  'eth_getTransactionReceipt',
  'eth_maxPriorityFeePerGas',
  'eth_sendRawTransaction',
  'net_version',
  'web3_clientVersion',
])

export const MAX_RPC_BODY = 262_144
const MAX_ANSWER = 8 * 2 ** 20
const PATIENCE_MS = 20_000

const callSchema = z.strictObject({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.int(), z.string().max(64), z.null()]).optional(),
  method: z.string().max(64),
  params: z.union([z.array(z.unknown()).max(8), z.record(z.string(), z.unknown())]).optional(),
})
export const rpcSchema = z.union([callSchema, z.array(callSchema).min(1).max(100)])
type RpcBody = z.infer<typeof rpcSchema>

/** Another chain than the home chain that votes are read on. */
export const rpcQuery = z.object({ chain: z.coerce.number().int().positive().optional() })

/** @throws AppError rpc-chain for a chain that this instance has no node for */
export function rpcUrlOf(
  source: Pick<Env, 'CHAIN_ID' | 'CHAIN_RPC_URL' | 'CHAIN_RPC_URLS'>,
  chainId = source.CHAIN_ID,
): string {
  const url = chainId === source.CHAIN_ID ? source.CHAIN_RPC_URL : source.CHAIN_RPC_URLS?.get(chainId)
  if (url === undefined) throw new AppError('rpc-chain', { detail: `chain ${chainId}` })
  return url
}

export function callsOf(body: RpcBody): z.infer<typeof callSchema>[] {
  return Array.isArray(body) ? body : [body]
}

/** @throws AppError rpc-method */
export function requireAllowed(body: RpcBody): void {
  const refused = callsOf(body).find(({ method }) => !METHODS.has(method))
  if (refused) throw new AppError('rpc-method', { detail: refused.method })
}

async function readAnswer(answer: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.length
    if (length > MAX_ANSWER) throw new AppError('body-too-large', { detail: 'the chain answered too much' })
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** Passes calls to the chain, so that pages talk to their own origin and the node's key stays here. */
export async function passToChain(url: string, body: RpcBody): Promise<Uint8Array> {
  requireAllowed(body)
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: unknown) => {
    throw new AppError('chain-unavailable', { cause: error })
  })
  if (!answer.ok) throw new AppError('chain-unavailable', { detail: `the node answered ${answer.status}` })
  return readAnswer(answer)
}
