import { powerSources } from '#lib/ballots/allowlists/data.ts'
import { unknownHolders } from '#lib/ballots/known/data.ts'
import { keepKnown, markTried } from '#lib/ballots/known/mutations.ts'
import { findSnapshots, requireClient } from '#lib/ballots/powers/data.ts'
import { findHolders } from '#lib/ballots/powers/find-holders.ts'
import type { PowerSources } from '#lib/ballots/powers/port.ts'
import { readEligibleShares } from '#lib/ballots/powers/read-eligibility.ts'
import { strategyLabels } from '#lib/ballots/powers/strategy-labels.ts'
import type { EligibilityShare } from '#lib/ballots/schema.ts'
import { roundOnChain } from '#lib/flows/round-on-chain.ts'
import type { Services } from '#lib/flows/services.ts'
import { readClock } from '#lib/platform/clock.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { readsToken } from '#lib/protocol/strategy.ts'
import { unfinishedRounds } from '#lib/rounds/data.ts'

/** Holders of all tokens of a round whose votes are kept; anybody else is asked for when they ask. */
const MOST_HOLDERS = 50_000
const READ_AT_ONCE = 1_000
/** Between tries: the snapshot may not be final yet, or a chain silent. */
const TRY_AGAIN_MS = 30_000
const WRITE_MS = 120_000

/** Rounds whose snapshot has passed and whose holders are not known. */
export async function holdersToKnow({ db }: Pick<Services, 'db'>, at: Date): Promise<string[]> {
  const now = (await readClock(db)).now()
  const rounds = await unfinishedRounds(db)
  const asked = rounds.filter(({ rules }) => rules.snapshotAt < now && rules.strategies.some(readsToken))
  return unknownHolders(
    db,
    asked.map(({ rowId }) => rowId),
    new Date(at.getTime() - TRY_AGAIN_MS),
  )
}

type Final = { chainId: number; at: number; block: bigint }

/** The block of every moment, once so many lie behind each that it stays; null before. */
async function finalBlocks(sources: PowerSources, rules: Rules): Promise<Final[] | null> {
  const found: Final[] = []
  for (const { chainId, at, evidence } of await findSnapshots(sources, rules)) {
    if (!evidence) return null
    const head = await requireClient(sources, chainId).getBlockNumber({ cacheTime: 0 })
    if (head < BigInt(evidence.successor.number) + BigInt(rules.finalityDepth)) return null
    found.push({ chainId, at, block: BigInt(evidence.snapshot.block.number) })
  }
  return found
}

async function holdersOf(sources: PowerSources, rules: Rules, blocks: readonly Final[]) {
  const accounts = new Set<Address>()
  let isWhole = true
  for (const strategy of rules.strategies.filter(readsToken)) {
    const client = requireClient(sources, strategy.chainId)
    const snapshot = blocks.find(({ chainId, at }) => chainId === strategy.chainId && at === rules.snapshotAt)
    const found = await findHolders(client, strategy, snapshot?.block ?? 0n, MOST_HOLDERS - accounts.size)
    for (const account of found.accounts) accounts.add(account)
    isWhole &&= found.isWhole
  }
  return { accounts: [...accounts], isWhole }
}

/**
 * Reads what the known holders of a round's tokens have at its final snapshot, so that "do I have votes" is answered
 * without asking a chain. Only a cache: counting reads the chains again.
 * @returns how many are known; null while the snapshot is not final
 * @throws AppError round-unknown, power-unavailable
 */
export async function knowHolders(services: Services, id: string, at: Date): Promise<number | null> {
  const { round } = await roundOnChain(services, id)
  const { rules, rowId: roundRowId } = round
  await services.db.$transaction((tx) => markTried({ ctx: { tx }, input: { roundRowId, at } }))
  const sources = powerSources(services)
  const blocks = await finalBlocks(sources, rules)
  if (!blocks) return null
  const { accounts, isWhole } = await holdersOf(sources, rules, blocks)
  const labels = await strategyLabels(sources, rules.strategies)
  const holders: { account: Address; shares: EligibilityShare[] }[] = []
  for (let from = 0; from < accounts.length; from += READ_AT_ONCE) {
    const part = accounts.slice(from, from + READ_AT_ONCE)
    const rows = await readEligibleShares({ sources, rules, labels }, part)
    if (rows.some((shares) => shares.some(({ pending }) => pending))) throw new AppError('power-unavailable')
    part.forEach((account, place) => {
      holders.push({ account, shares: rows[place] ?? [] })
    })
  }
  await services.db.$transaction(
    (tx) => keepKnown({ ctx: { tx }, input: { roundRowId, at, isWhole, holders } }),
    { timeout: WRITE_MS },
  )
  return holders.length
}
