import type { Block, Hex, PublicClient } from 'viem'
import { AppError } from '#lib/platform/errors.ts'
import type { BlockRecord } from '#lib/protocol/power.ts'
import type { Snapshot } from './port.ts'

type MinedBlock = Block<bigint, false, 'latest'> | Block<bigint, false>

export function blockRecord(block: MinedBlock): BlockRecord {
  if (block.number === null || block.hash === null) throw new AppError('chain-unavailable')
  return {
    number: String(block.number),
    hash: block.hash.toLowerCase() as Hex,
    timestamp: Number(block.timestamp),
  }
}

export type LinkedBlock = BlockRecord & { parentHash: Hex }

export type SnapshotEvidence = { snapshot: Snapshot; successor: LinkedBlock }

const linked = (block: MinedBlock): LinkedBlock => ({
  ...blockRecord(block),
  parentHash: block.parentHash.toLowerCase() as Hex,
})

/**
 * The greatest block with timestamp ≤ `at`, found by halving, and the block after it that proves it.
 * Null while no later block exists, or when the chain began later than `at`.
 */
export async function findSnapshot(client: PublicClient, at: number): Promise<SnapshotEvidence | null> {
  const latest = await client.getBlock({ blockTag: 'latest' })
  if (Number(latest.timestamp) <= at) return null
  let low = await client.getBlock({ blockNumber: 0n })
  if (Number(low.timestamp) > at) return null
  let high: MinedBlock = latest
  while ((high.number ?? 0n) - low.number > 1n) {
    const middle = await client.getBlock({ blockNumber: (low.number + (high.number ?? 0n)) / 2n })
    if (Number(middle.timestamp) <= at) low = middle
    else high = middle
  }
  if (high.parentHash !== low.hash) throw new AppError('chain-unavailable')
  return { snapshot: { at, block: blockRecord(low) }, successor: linked(high) }
}

const known = new WeakMap<PublicClient, Map<number, SnapshotEvidence>>()

/** A snapshot with `depth` blocks behind it is not looked for again. */
export async function settledSnapshot(
  client: PublicClient,
  at: number,
  depth: number,
): Promise<SnapshotEvidence | null> {
  const settled = known.get(client) ?? new Map<number, SnapshotEvidence>()
  known.set(client, settled)
  const found = settled.get(at) ?? (await findSnapshot(client, at))
  if (!found || settled.has(at)) return found
  const head = await client.getBlockNumber()
  if (head >= BigInt(found.successor.number) + BigInt(Math.max(depth, 1))) settled.set(at, found)
  return found
}

/** Where votes would be weighed if the snapshot were now: one second before the newest block. */
export async function rehearsedSnapshot(client: PublicClient): Promise<Snapshot> {
  const latest = await client.getBlock({ blockTag: 'latest' })
  const evidence = await findSnapshot(client, Number(latest.timestamp) - 1)
  if (!evidence) throw new AppError('power-unavailable')
  return evidence.snapshot
}
