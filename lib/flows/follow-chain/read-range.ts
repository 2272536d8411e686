import type { Hex, PublicClient } from 'viem'
import { decodeRoundEvents } from '#lib/rounds/chain/decode-events.ts'
import type { BlockMark, EventRecord } from '#lib/rounds/chain/schema.ts'

export type RangeRead = { kind: 'read'; events: EventRecord[]; marks: BlockMark[] } | { kind: 'moved' }

type Range = { addresses: Hex[]; fromBlock: number; toBlock: number; parentHash: string | null }

/**
 * The events of whole blocks `fromBlock..toBlock`, or `moved` when the chain changed below the read:
 * the first block must follow `parentHash`, and the last must be the same before and after.
 */
export async function readRange(client: PublicClient, range: Range): Promise<RangeRead> {
  const { addresses, fromBlock, toBlock, parentHash } = range
  const last = await client.getBlock({ blockNumber: BigInt(toBlock) })
  const first = fromBlock === toBlock ? last : await client.getBlock({ blockNumber: BigInt(fromBlock) })
  if (parentHash !== null && first.parentHash !== parentHash) return { kind: 'moved' }
  const logs =
    addresses.length === 0
      ? []
      : await client.getLogs({
          address: addresses,
          fromBlock: BigInt(fromBlock),
          toBlock: BigInt(toBlock),
        })
  const times = new Map<string, number>([[last.hash, Number(last.timestamp)]])
  const marks = new Map<number, string>([[toBlock, last.hash]])
  for (const log of logs) {
    if (!times.has(log.blockHash)) {
      const block = await client.getBlock({ blockHash: log.blockHash })
      times.set(log.blockHash, Number(block.timestamp))
    }
    marks.set(Number(log.blockNumber), log.blockHash)
  }
  const again = await client.getBlock({ blockNumber: BigInt(toBlock) })
  if (again.hash !== last.hash || marks.get(toBlock) !== last.hash) return { kind: 'moved' }
  return {
    kind: 'read',
    events: decodeRoundEvents(logs, (hash) => times.get(hash)),
    marks: [...marks].map(([number, hash]) => ({ number, hash })),
  }
}
