import { keccak256, type PublicClient } from 'viem'
import { AppError } from '#lib/platform/errors.ts'
import { isChainSilent } from '#lib/platform/silence.ts'
import { amountIn } from '#lib/protocol/allowlist.ts'
import {
  type EarlierRead,
  leastOf,
  type PowerRecord,
  type Share,
  shareOf,
  totalPower,
} from '#lib/protocol/power.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import {
  type AllowlistStrategy,
  momentsOf,
  readsToken,
  type Strategy,
  type TokenStrategy,
  timesOf,
} from '#lib/protocol/strategy.ts'
import {
  blockRecord,
  findSnapshot,
  rehearsedSnapshot,
  type SnapshotEvidence,
  settledSnapshot,
} from './find-snapshot.ts'
import type { PowerSources, Snapshot } from './port.ts'
import { readerOf } from './registry.ts'

/** @throws AppError power-unavailable for a chain that this instance has no RPC for */
export function requireClient({ clientFor }: Pick<PowerSources, 'clientFor'>, chainId: number): PublicClient {
  const client = clientFor(chainId)
  if (!client) throw new AppError('power-unavailable', { detail: `no RPC for chain ${chainId}` })
  return client
}

/** Which block stands for a moment of a chain; before the moment, one that shows how it would be now. */
export type MomentSnapshot = { chainId: number; at: number; snapshot: Snapshot }

async function codeAt(client: PublicClient, { token }: TokenStrategy, { block }: Snapshot) {
  const code = await client
    .getCode({ address: token, blockNumber: BigInt(block.number) })
    .catch((error: unknown) => {
      throw new AppError('power-unavailable', { cause: error })
    })
  if (!code) throw new AppError('power-unavailable', { detail: `no contract at ${token}` })
  return keccak256(code)
}

type Column = { client: PublicClient; strategy: TokenStrategy; accounts: Address[] }

async function answersAt({ client, strategy, accounts }: Column, snapshot: Snapshot) {
  const reader = readerOf(strategy)
  const reading = { client, strategy, snapshot }
  const timepoint = await reader.timepoint(reading)
  return { timepoint, block: snapshot.block, amounts: await reader.amounts(reading, timepoint, accounts) }
}

type Places = { rules: Rules; snapshots: readonly MomentSnapshot[] }

function snapshotAt({ snapshots }: Places, { chainId }: TokenStrategy, at: number): Snapshot {
  const found = snapshots.find((one) => one.chainId === chainId && one.at === at)
  if (!found) throw new AppError('power-unavailable', { detail: `no snapshot of chain ${chainId}` })
  return found.snapshot
}

async function tokenShares(
  sources: PowerSources,
  places: Places,
  strategy: TokenStrategy,
  accounts: Address[],
  index: number,
): Promise<Share[]> {
  const column = { client: requireClient(sources, strategy.chainId), strategy, accounts }
  const snapshot = snapshotAt(places, strategy, places.rules.snapshotAt)
  const codeHash = await codeAt(column.client, strategy, snapshot)
  const { timepoint, block, amounts } = await answersAt(column, snapshot)
  const earlier: ({ at: number } & Awaited<ReturnType<typeof answersAt>>)[] = []
  for (const at of timesOf(strategy)) {
    const before = snapshotAt(places, strategy, at)
    await codeAt(column.client, strategy, before)
    earlier.push({ at, ...(await answersAt(column, before)) })
  }
  const { id, version, chainId, token } = strategy
  return amounts.map((amount, place): Share => {
    const reads = earlier.map(
      ({ at, amounts: then, ...read }): EarlierRead => ({ at, raw: String(then[place]), ...read }),
    )
    const raw = leastOf([amount, ...reads.map((read) => BigInt(read.raw))])
    return {
      strategy: index,
      id,
      version,
      chainId,
      token,
      raw: String(raw),
      share: String(shareOf(strategy, raw)),
      block,
      timepoint,
      codeHash,
      ...(reads.length > 0 && { atSnapshot: String(amount), earlier: reads }),
    }
  })
}

async function listShares(
  sources: PowerSources,
  strategy: AllowlistStrategy,
  accounts: Address[],
  index: number,
): Promise<Share[]> {
  const list = await sources.allowlist(strategy.params.allowlistRoot)
  if (!list) throw new AppError('power-unavailable', { detail: 'the allowlist is not here' })
  const { id, version } = strategy
  return accounts.map((account) => {
    const raw = amountIn(list, account)
    return { strategy: index, id, version, raw: String(raw), share: String(shareOf(strategy, raw)) }
  })
}

/** What one strategy gives to each account, in their order. @throws AppError power-unavailable */
export async function sharesBy(
  sources: PowerSources,
  places: Places,
  index: number,
  accounts: Address[],
): Promise<Share[]> {
  const strategy = places.rules.strategies[index]
  if (!strategy) throw new Error('the rules have no such strategy')
  if (readsToken(strategy)) return tokenShares(sources, places, strategy, accounts, index)
  if (strategy.id === 'merkle-allowlist') return listShares(sources, strategy, accounts, index)
  const { id, version, params } = strategy
  return accounts.map(() => ({ strategy: index, id, version, raw: params.amount, share: params.amount }))
}

/** Power records of accounts, in their order. @throws AppError power-unavailable */
export async function readPowers(
  sources: PowerSources,
  rules: Rules,
  snapshots: readonly MomentSnapshot[],
  accounts: Address[],
): Promise<PowerRecord[]> {
  const columns: Share[][] = []
  for (const index of rules.strategies.keys())
    columns.push(await sharesBy(sources, { rules, snapshots }, index, accounts))
  return accounts.map((account, place) =>
    recordOf(
      rules,
      account,
      columns.flatMap((column) => column[place] ?? []),
    ),
  )
}

/** An account's shares with what they give together. */
export function recordOf(rules: Rules, account: Address, shares: Share[]): PowerRecord {
  const power = totalPower(
    rules,
    shares.map(({ share }) => BigInt(share)),
  )
  return { account, power: String(power), shares }
}

/** What proves the block of each moment that the rules need; null for one that lies ahead of its chain. */
export async function findSnapshots(
  sources: PowerSources,
  rules: Rules,
): Promise<{ chainId: number; at: number; evidence: SnapshotEvidence | null }[]> {
  return Promise.all(
    momentsOf(rules).map(async ({ chainId, at }) => {
      const client = requireClient(sources, chainId)
      const evidence = await settledSnapshot(client, at, rules.finalityDepth).catch((error: unknown) => {
        throw new AppError('power-unavailable', { detail: `chain ${chainId} does not answer`, cause: error })
      })
      return { chainId, at, evidence }
    }),
  )
}

/** The same for one chain alone, with rehearsals in place of what lies ahead. */
async function snapshotsOfChain(sources: PowerSources, rules: Rules, chainId: number) {
  const strategies = rules.strategies.filter((one) => readsToken(one) && one.chainId === chainId)
  const found = await findSnapshots(sources, { ...rules, strategies })
  const isTaken = found.every(({ evidence }) => evidence !== null)
  const client = requireClient(sources, chainId)
  const rehearsed = isTaken ? null : await rehearsedSnapshot(client)
  const snapshots = found.flatMap(({ at, evidence }): MomentSnapshot[] => {
    const snapshot = evidence?.snapshot ?? rehearsed
    return snapshot ? [{ chainId, at, snapshot }] : []
  })
  return { snapshots, isTaken }
}

export type PowersAtSnapshot = {
  snapshots: readonly MomentSnapshot[]
  /** False while a snapshot lies ahead: then these are the votes as they would be now. */
  isTaken: boolean
}

/** Where votes are weighed, as far as the chains know it by now. @throws AppError power-unavailable */
export async function snapshotsBy(
  sources: PowerSources,
  rules: Rules,
  chainIds = [...new Set(momentsOf(rules).map(({ chainId }) => chainId))],
): Promise<PowersAtSnapshot> {
  const chains = await Promise.all(chainIds.map((chainId) => snapshotsOfChain(sources, rules, chainId)))
  return {
    snapshots: chains.flatMap(({ snapshots }) => snapshots),
    isTaken: chains.every(({ isTaken }) => isTaken),
  }
}

/** Why no round could ever be counted by a strategy. */
export type Unusable = { strategy: Strategy; reason: 'no-rpc' | 'silent' | 'silent-earlier' | 'no-list' }

/** Whether a token answers as its kind does, asked for the newest moment that it can be asked for. */
async function answers(client: PublicClient, strategy: TokenStrategy, account: Address): Promise<boolean> {
  const latest = await client.getBlock({ blockTag: 'latest' })
  const reader = readerOf(strategy)
  const snapshot = { at: Number(latest.timestamp) - 1, block: blockRecord(latest) }
  const reading = { client, strategy, snapshot }
  return isAnswer(async () => {
    const timepoint = await reader.timepoint(reading)
    // A token that counts blocks knows only those before the newest.
    const past = timepoint === snapshot.block.number ? String(latest.number - 1n) : timepoint
    await reader.amounts(reading, past, [account])
  })
}

async function isAnswer(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask()
    return true
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'power-unavailable')) throw error
    if (isChainSilent(error.cause)) throw new AppError('chain-unavailable', { cause: error })
    return false
  }
}

/** Whether a token answers for each time of a strategy that has passed. */
async function answeredBefore(client: PublicClient, strategy: TokenStrategy, account: Address) {
  const column = { client, strategy, accounts: [account] }
  for (const at of timesOf(strategy)) {
    const evidence = await findSnapshot(client, at)
    const latest = await client.getBlock({ blockTag: 'latest' })
    if (!evidence && Number(latest.timestamp) <= at) continue
    const isSound = await isAnswer(async () => {
      if (!evidence) throw new AppError('power-unavailable')
      await codeAt(client, strategy, evidence.snapshot)
      await answersAt(column, evidence.snapshot)
    })
    if (!isSound) return false
  }
  return true
}

async function faultOf(
  sources: PowerSources,
  strategy: Strategy,
  account: Address,
): Promise<Unusable['reason'] | null> {
  if (strategy.id === 'merkle-allowlist') {
    const list = await sources.allowlist(strategy.params.allowlistRoot)
    return list?.rows === strategy.params.rows ? null : 'no-list'
  }
  if (!readsToken(strategy)) return null
  const client = sources.clientFor(strategy.chainId)
  if (!client) return 'no-rpc'
  if (!(await answers(client, strategy, account))) return 'silent'
  return (await answeredBefore(client, strategy, account)) ? null : 'silent-earlier'
}

/**
 * Strategies that no round could ever be counted by.
 * @throws AppError chain-unavailable when a chain does not answer at all
 */
export async function unusableStrategies(
  sources: PowerSources,
  strategies: readonly Strategy[],
  account: Address,
): Promise<Unusable[]> {
  const found = await Promise.all(
    strategies.map(async (strategy) => ({ strategy, reason: await faultOf(sources, strategy, account) })),
  )
  return found.flatMap(({ strategy, reason }) => (reason ? [{ strategy, reason }] : []))
}
