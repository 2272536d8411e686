import { http } from 'viem'
import type { ChainReader } from '#lib/protocol/verify/chain-reader.ts'
import { chainReader } from '#lib/protocol/verify/rpc-reader.ts'

/** A reader over the JSON-RPC of a node. */
export function rpcReader(url: string): ChainReader {
  return chainReader(http(url, { timeout: 20_000, retryCount: 1 }))
}
