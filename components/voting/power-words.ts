import type { Eligibility, EligibilityShare, ZeroReason } from '#lib/ballots/schema.ts'

const figure = (amount: string) => BigInt(amount).toLocaleString('en')

/** One sentence on why an account has no votes, and what it can do. */
export const ZERO_WORDS: Record<ZeroReason, { cause: string; advice: string }> = {
  'not-delegated': {
    cause: 'Tokens are held, but they were not delegated to this account at the snapshot.',
    advice: 'Delegate to yourself now: it counts from the next round on.',
  },
  'bought-later': {
    cause: 'The tokens came after the snapshot.',
    advice: 'They count from the next round on.',
  },
  'held-too-short': {
    cause: 'The tokens were not held at every moment that counts.',
    advice: 'Held on, they count in a later round.',
  },
  'below-minimum': {
    cause: 'There are fewer tokens than one vote needs.',
    advice: 'More tokens count from the next round on.',
  },
  'no-tokens': {
    cause: 'This account holds none of the round’s tokens.',
    advice: 'Try another account of yours.',
  },
  'not-on-list': {
    cause: 'This account does not stand in the round’s list.',
    advice: 'Try another account of yours.',
  },
  'wrong-chain': {
    cause: 'The tokens are on another chain than the one this round counts.',
    advice: 'Try another account of yours.',
  },
}

/** What stands under a share: where its figure comes from, or why there is none. */
export function shareWords(share: EligibilityShare, snapshot: string): string {
  const { reason, held, chainId, elsewhere, raw } = share
  if (share.pending)
    return `Chain ${chainId} does not answer. Nothing is lost: votes are weighed in the count.`
  const now = held === null || held === '0' ? '' : `Holds ${figure(held)} now; `
  switch (reason) {
    case null:
      return positiveWords(share)
    case 'not-delegated':
      return `${now}not delegated to this account at the snapshot of ${snapshot}. Delegating to oneself counts from the next round on.`
    case 'bought-later':
      return `${now}${now ? 'they' : 'The tokens'} came after the snapshot of ${snapshot} and count from the next round on.`
    case 'held-too-short':
      return 'Held at the snapshot, but not at every earlier moment that counts.'
    case 'below-minimum':
      return `${figure(raw ?? '0')} at the snapshot: fewer than one vote needs.`
    case 'not-on-list':
      return 'Does not stand in the list.'
    case 'wrong-chain':
      return `Holds ${held && held !== '0' ? figure(held) : 'some'} on chain ${elsewhere}; this round counts those on chain ${chainId}.`
    case 'no-tokens':
      return 'Held none at the snapshot, and holds none now.'
  }
}

/** Coins are counted in their smallest unit, whatever a wallet shows. */
const unitOf = ({ strategy }: EligibilityShare) =>
  strategy === 'erc20-votes' || strategy === 'erc20-balance' ? ' base units' : ''

function positiveWords(share: EligibilityShare): string {
  const { strategy, raw, block, chainId } = share
  if (strategy === 'fixed') return 'The same for every voter.'
  if (strategy === 'merkle-allowlist') return `${figure(raw ?? '0')} in the list.`
  const where = block === null ? `on chain ${chainId} now` : `at block ${block} of chain ${chainId}`
  return `${figure(raw ?? '0')}${unitOf(share)} ${where}.`
}

/** "120 votes at block 41", "0 votes", "at least 3 votes". */
export function powerTitle(found: Eligibility): string {
  const votes = found.power === '1' ? '1 vote' : `${figure(found.power)} votes`
  const at = found.block === null ? '' : ` at block ${found.block}`
  return found.pending ? `At least ${votes} so far` : `${votes}${at}`
}

/** The sum that the total cap cuts; null where it cuts nothing. */
export function capWords({ sum, powerCap }: Eligibility): string | null {
  if (powerCap === null || BigInt(sum) <= BigInt(powerCap)) return null
  return `Together ${figure(sum)}; at most ${figure(powerCap)} count for one account.`
}
