import { http } from 'viem'
import type { ChainReader } from '#lib/protocol/verify/chain-reader.ts'
import { chainReader } from '#lib/protocol/verify/rpc-reader.ts'

const CALLS_AT_ONCE = 100

/** A chain over JSON-RPC as a check reads it: many small calls in one request. */
export const chainAt = (rpcUrl: string): ChainReader =>
  chainReader(http(rpcUrl, { batch: { batchSize: CALLS_AT_ONCE }, timeout: 20_000, retryCount: 1 }))
