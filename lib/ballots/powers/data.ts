import { type Block, type Hex, keccak256, type PublicClient } from 'viem'
import type { Eligibility } from '#lib/ballots/schema.ts'
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

const known = new WeakMap<PublicClient, Map<number, SnapshotEvidence>>()

/** A snapshot that is deep enough is not looked for again. */
async function settledSnapshot(client: PublicClient, rules: Rules): Promise<SnapshotEvidence | null> {
  const settled = known.get(client) ?? new Map<number, SnapshotEvidence>()
  known.set(client, settled)
  const found = settled.get(rules.snapshotAt) ?? (await findSnapshot(client, rules.snapshotAt))
  if (!found || settled.has(rules.snapshotAt)) return found
  const head = await client.getBlockNumber()
  if (head >= BigInt(found.successor.number) + BigInt(Math.max(rules.finalityDepth, 1)))
    settled.set(rules.snapshotAt, found)
  return found
}

/** Where votes would be weighed if the snapshot were now: one second before the newest block. */
async function rehearsedSnapshot(client: PublicClient): Promise<Snapshot> {
  const latest = await client.getBlock({ blockTag: 'latest' })
  const evidence = await findSnapshot(client, Number(latest.timestamp) - 1)
  if (!evidence) throw new AppError('power-unavailable')
  return evidence.snapshot
}

/** Whether a token answers as its kind does, asked for the newest moment that it can be asked for. */
async function answers(client: PublicClient, strategy: Strategy, account: Address): Promise<boolean> {
  const latest = await client.getBlock({ blockTag: 'latest' })
  const reading = {
    client,
    strategy,
    snapshot: { at: Number(latest.timestamp) - 1, block: blockRecord(latest) },
  }
  const reader = readerOf(strategy)
  try {
    const timepoint = await reader.timepoint(reading)
    // A token that counts blocks knows only those before the newest.
    const past = timepoint === reading.snapshot.block.number ? String(latest.number - 1n) : timepoint
    await reader.amounts(reading, past, [account])
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'power-unavailable') return false
    throw error
  }
}

/** Strategies whose token does not answer as its kind does: rounds with one could never be counted. */
export async function silentStrategies(
  client: PublicClient,
  strategies: readonly Strategy[],
  account: Address,
): Promise<Strategy[]> {
  const answered = await Promise.all(strategies.map((strategy) => answers(client, strategy, account)))
  return strategies.filter((_, index) => !answered[index])
}

export type PowersAtSnapshot = {
  snapshot: Snapshot
  /** False while the snapshot lies ahead: then these are the votes as they would be now. */
  taken: boolean
  records: PowerRecord[]
}

/** Votes of accounts at the round's snapshot, in their order. @throws AppError power-unavailable */
export async function powersAtSnapshot(
  client: PublicClient,
  rules: Rules,
  accounts: Address[],
): Promise<PowersAtSnapshot> {
  const evidence = await settledSnapshot(client, rules).catch((error: unknown) => {
    throw new AppError('power-unavailable', { cause: error })
  })
  const snapshot = evidence?.snapshot ?? (await rehearsedSnapshot(client))
  return { snapshot, taken: evidence !== null, records: await readPowers(client, rules, snapshot, accounts) }
}

/**
 * Votes of one account and why there are none. Before the snapshot: as they would be now, without a block.
 * @param labels what to call each strategy, in the order of the rules
 * @throws AppError power-unavailable
 */
export async function readEligibility(
  client: PublicClient,
  rules: Rules,
  account: Address,
  labels: readonly string[],
): Promise<Eligibility> {
  const { snapshot, taken, records } = await powersAtSnapshot(client, rules, [account])
  const [record] = records
  if (!record) throw new AppError('power-unavailable')
  return {
    power: record.power,
    shares: record.shares.map(({ raw, share }, index) => ({ label: labels[index] ?? '', raw, share })),
    snapshotAt: rules.snapshotAt,
    block: taken ? snapshot.block.number : null,
    reason: record.power === '0' ? await reasonFor(client, rules, snapshot, record) : null,
  }
}

async function reasonFor(
  client: PublicClient,
  rules: Rules,
  snapshot: Snapshot,
  { account, shares }: PowerRecord,
): Promise<Eligibility['reason']> {
  if (shares.some(({ raw }) => raw !== '0')) return 'below-minimum'
  const reasons = await Promise.all(
    rules.strategies.map((strategy) => readerOf(strategy).whyZero({ client, strategy, snapshot }, account)),
  )
  // The reason that leaves the person something to do goes first.
  return reasons.find((reason) => reason !== 'no-tokens') ?? 'no-tokens'
}
