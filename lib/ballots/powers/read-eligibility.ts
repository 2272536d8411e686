import type { Eligibility, EligibilityShare, ZeroReason } from '#lib/ballots/schema.ts'
import { AppError } from '#lib/platform/errors.ts'
import { isTokenShare, type Share, totalPower } from '#lib/protocol/power.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { readsToken, type Strategy, type TokenStrategy } from '#lib/protocol/strategy.ts'
import { requireClient, sharesBy, snapshotsBy } from './data.ts'
import type { PowerSources, Today } from './port.ts'
import { readerOf } from './registry.ts'

/** Reasons that leave a person something to do go first. */
const REASONS: readonly ZeroReason[] = [
  'below-minimum',
  'not-delegated',
  'held-too-short',
  'bought-later',
  'wrong-chain',
  'not-on-list',
  'no-tokens',
]

type Asked = { sources: PowerSources; rules: Rules; labels: readonly string[] }
type Zero = Pick<EligibilityShare, 'reason' | 'held' | 'elsewhere'>

const NOTHING: Zero = { reason: null, held: null, elsewhere: null }

/** A chain that does not answer leaves a share pending; it is never zero. */
async function orPending<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof AppError && error.code === 'power-unavailable') return null
    throw error
  }
}

/** Other chains of this instance where the same address answers that accounts hold something. */
async function elsewhereOf(
  { sources }: Asked,
  strategy: TokenStrategy,
  accounts: Address[],
): Promise<Map<Address, number>> {
  const found = new Map<Address, number>()
  if (accounts.length === 0) return found
  for (const chainId of sources.chainIds.filter((id) => id !== strategy.chainId)) {
    const client = requireClient(sources, chainId)
    const today = await orPending(() => readerOf(strategy).today({ client, strategy }, accounts))
    today?.forEach(({ held }, place) => {
      const account = accounts[place]
      if (account && held > 0n && !found.has(account)) found.set(account, chainId)
    })
  }
  return found
}

function zeroOf(share: Share, today: Today | undefined, elsewhere: number | undefined): Zero {
  if (share.share !== '0') return NOTHING
  if (share.raw !== '0') return { ...NOTHING, reason: 'below-minimum' }
  if (!isTokenShare(share)) return { ...NOTHING, reason: 'not-on-list' }
  const held = today ? String(today.held) : null
  if ((share.atSnapshot ?? '0') !== '0') return { ...NOTHING, held, reason: 'held-too-short' }
  if (elsewhere !== undefined) return { held, reason: 'wrong-chain', elsewhere }
  return { ...NOTHING, held, reason: today?.reason ?? 'no-tokens' }
}

/** Why accounts have nothing by a strategy, in the order of the shares. */
async function whyZero(
  asked: Asked,
  strategy: Strategy,
  accounts: readonly Address[],
  shares: readonly Share[],
): Promise<Zero[]> {
  const today = new Map<Address, Today>()
  let elsewhere = new Map<Address, number>()
  const empty = accounts.filter((_, place) => shares[place]?.raw === '0')
  if (readsToken(strategy) && empty.length > 0) {
    const client = requireClient(asked.sources, strategy.chainId)
    const found = await readerOf(strategy).today({ client, strategy }, empty)
    for (const [place, account] of empty.entries()) {
      const one = found[place]
      if (one) today.set(account, one)
    }
    const without = empty.filter((account) => today.get(account)?.reason === 'no-tokens')
    elsewhere = await elsewhereOf(asked, strategy, without)
  }
  return shares.map((share, place) => {
    const account = accounts[place]
    return account ? zeroOf(share, today.get(account), elsewhere.get(account)) : NOTHING
  })
}

/** What one strategy gives each account; null while its chain does not answer. */
async function columnBy(
  asked: Asked,
  index: number,
  accounts: Address[],
): Promise<EligibilityShare[] | null> {
  const { sources, rules } = asked
  const strategy = rules.strategies[index]
  if (!strategy) throw new Error('the rules have no such strategy')
  return orPending(async () => {
    const chains = readsToken(strategy) ? [strategy.chainId] : []
    const { snapshots, isTaken } = await snapshotsBy(sources, rules, chains)
    const shares = await sharesBy(sources, { rules, snapshots }, index, accounts)
    const zeros = await whyZero(asked, strategy, accounts, shares)
    return shares.map((share, place) => ({
      ...placeOf(asked, index, strategy),
      raw: share.raw,
      share: share.share,
      block: isTaken && isTokenShare(share) ? share.block.number : null,
      ...(zeros[place] ?? NOTHING),
      pending: false,
    }))
  })
}

function placeOf({ labels }: Asked, index: number, strategy: Strategy) {
  return {
    strategy: strategy.id,
    label: labels[index] ?? '',
    chainId: readsToken(strategy) ? strategy.chainId : null,
    token: readsToken(strategy) ? strategy.token : null,
  }
}

/**
 * What accounts have by each strategy, in their order, and why they have nothing. Before the snapshot: as it would be
 * now, without a block. A chain that does not answer leaves its shares pending.
 */
export async function readEligibleShares(asked: Asked, accounts: Address[]): Promise<EligibilityShare[][]> {
  const { strategies } = asked.rules
  const columns = await Promise.all(strategies.map((_, index) => columnBy(asked, index, accounts)))
  return accounts.map((_, place) =>
    strategies.map((strategy, index): EligibilityShare => {
      const share = columns[index]?.[place]
      const unknown = { raw: null, share: null, block: null, ...NOTHING, pending: true }
      return share ?? { ...placeOf(asked, index, strategy), ...unknown }
    }),
  )
}

/** Votes of one account. */
export async function readEligibility(asked: Asked & { account: Address }): Promise<Eligibility> {
  const [shares = []] = await readEligibleShares(asked, [asked.account])
  return eligibilityOf(asked.rules, asked.account, shares)
}

/** What the shares give together. */
export function eligibilityOf(rules: Rules, account: Address, shares: EligibilityShare[]): Eligibility {
  const weights = shares.map(({ share }) => BigInt(share ?? '0'))
  const power = totalPower(rules, weights)
  const pending = shares.some((share) => share.pending)
  const reasons = shares.flatMap(({ reason }) => (reason ? [reason] : []))
  const found = REASONS.find((reason) => reasons.includes(reason)) ?? 'below-minimum'
  const home = shares.find(({ chainId, block }) => chainId === rules.chainId && block !== null)
  const other = shares.find(({ block }) => block !== null)
  return {
    account,
    power: String(power),
    sum: String(weights.reduce((sum, weight) => sum + weight, 0n)),
    powerCap: rules.powerCap,
    shares,
    snapshotAt: rules.snapshotAt,
    block: (home ?? other)?.block ?? null,
    reason: power === 0n && !pending ? found : null,
    pending,
  }
}
