import type { Eligibility, EligibilityShare, ZeroReason } from '#lib/ballots/schema.ts'
import * as text from '#messages/voting/power-words.ts'

/** One sentence on why an account has no votes, and what it can do. */
export const ZERO_WORDS: Record<ZeroReason, { cause: string; advice: string }> = text.zero

/** What stands under a share: where its figure comes from, or why there is none. */
export function shareWords(share: EligibilityShare, snapshot: string): string {
  const { reason, chainId, elsewhere, raw } = share
  if (share.pending) return text.silent(chainId)
  const held = share.held === null || share.held === '0' ? null : BigInt(share.held)
  switch (reason) {
    case null:
      return positiveWords(share)
    case 'not-delegated':
      return text.notDelegated(held, snapshot)
    case 'bought-later':
      return text.boughtLater(held, snapshot)
    case 'held-too-short':
      return text.heldTooShort
    case 'below-minimum':
      return text.belowMinimum(BigInt(raw ?? '0'))
    case 'not-on-list':
      return text.notOnList
    case 'wrong-chain':
      return text.wrongChain({ held, elsewhere, chainId })
    case 'no-tokens':
      return text.noTokens
  }
}

const isCoin = ({ strategy }: EligibilityShare) => strategy === 'erc20-votes' || strategy === 'erc20-balance'

function positiveWords(share: EligibilityShare): string {
  const { strategy, raw, block, chainId } = share
  const amount = BigInt(raw ?? '0')
  if (strategy === 'fixed') return text.sameForAll
  if (strategy === 'merkle-allowlist') return text.inList(amount)
  return text.weighed({ amount, isCoin: isCoin(share), block, chainId })
}

/** "120 votes at block 41", "0 votes", "at least 3 votes". */
export function powerTitle({ power, block, pending }: Eligibility): string {
  return pending ? text.atLeast(BigInt(power)) : text.votesAt(BigInt(power), block)
}

/** The sum that the total cap cuts; null where it cuts nothing. */
export function capWords({ sum, powerCap }: Eligibility): string | null {
  if (powerCap === null || BigInt(sum) <= BigInt(powerCap)) return null
  return text.capped(BigInt(sum), BigInt(powerCap))
}
