import { type Block, type Hex, keccak256, type PublicClient } from 'viem'
import { AppError } from '#lib/platform/errors.ts'
import { type BlockRecord, type PowerRecord, type Share, shareOf, totalPower } from '#lib/protocol/power.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import type { Rules, Strategy } from '#lib/protocol/rules.ts'
import type { Snapshot } from './port.ts'
import { readerOf } from './registry.ts'

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

async function sharesBy(
  client: PublicClient,
  strategy: Strategy,
  index: number,
  snapshot: Snapshot,
  accounts: Address[],
): Promise<Share[]> {
  const reader = readerOf(strategy)
  const reading = { client, strategy, snapshot }
  const code = await client
    .getCode({ address: strategy.token, blockNumber: BigInt(snapshot.block.number) })
    .catch((error: unknown) => {
      throw new AppError('power-unavailable', { cause: error })
    })
  if (!code) throw new AppError('power-unavailable', { detail: `no contract at ${strategy.token}` })
  const timepoint = await reader.timepoint(reading)
  const amounts = await reader.amounts(reading, timepoint, accounts)
  const { id, version, chainId, token } = strategy
  return amounts.map((raw) => ({
    strategy: index,
    id,
    version,
    chainId,
    token,
    raw: String(raw),
    share: String(shareOf(strategy, raw)),
    block: snapshot.block,
    timepoint,
    codeHash: keccak256(code),
  }))
}

/** Power records of accounts at the snapshot, in the order of the accounts. */
export async function readPowers(
  client: PublicClient,
  rules: Rules,
  snapshot: Snapshot,
  accounts: Address[],
): Promise<PowerRecord[]> {
  const byStrategy: Share[][] = []
  for (const [index, strategy] of rules.strategies.entries())
    byStrategy.push(await sharesBy(client, strategy, index, snapshot, accounts))
  return accounts.map((account, place) => {
    const shares = byStrategy.flatMap((column) => column[place] ?? [])
    const power = totalPower(
      rules,
      shares.map((share) => BigInt(share.share)),
    )
    return { account, power: String(power), shares }
  })
}
