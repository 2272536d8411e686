import type { Evidence } from '#lib/protocol/evidence.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'

/** A block that a round's record rests on, and the transactions in it that speak of the round. */
export type NamedBlock = { number: string; hash: Bytes32; transactions: Bytes32[] }

type Place = { blockNumber: string | number; blockHash: Bytes32; txHash: Bytes32 }

/** Blocks of the home chain: those of the round's events, of the snapshot and of the tie seed, by number. */
export function blocksToProve(evidence: Evidence, places: readonly Place[]): NamedBlock[] {
  const blocks = new Map<string, NamedBlock>()
  const named = (number: string, hash: Bytes32) => {
    const block = blocks.get(number) ?? { number, hash, transactions: [] }
    blocks.set(number, block)
    return block
  }
  for (const { blockNumber, blockHash, txHash } of places) {
    const { transactions } = named(String(blockNumber), blockHash)
    if (!transactions.includes(txHash)) transactions.push(txHash)
  }
  const snapshots = evidence.snapshots.filter(({ chainId }) => chainId === evidence.chainId)
  const { tieSeed } = evidence
  for (const { number, hash } of [
    ...snapshots.flatMap(({ block, successor }) => [block, successor]),
    tieSeed.parent,
    tieSeed.block,
  ])
    named(number, hash)
  return [...blocks.values()].toSorted((a, b) => Number(BigInt(a.number) - BigInt(b.number)))
}
