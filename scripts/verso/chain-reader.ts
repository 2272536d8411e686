import { type Client, createClient, http } from 'viem'
import type { ChainReader } from '#lib/protocol/verify/chain-reader.ts'
import { chainReader } from '#lib/protocol/verify/rpc-reader.ts'

/** For what has to be asked in the chain's own words. */
export function rpcClient(url: string): Client {
  return createClient({ transport: http(url, { timeout: 60_000, retryCount: 1 }) })
}

/** A reader over the JSON-RPC of a node; how it is asked can be the caller's. */
export function rpcReader(url: string, fetchFn: typeof fetch = fetch): ChainReader {
  return chainReader(http(url, { timeout: 20_000, retryCount: 1, fetchFn }))
}
