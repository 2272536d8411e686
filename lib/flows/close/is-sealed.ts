import { findSnapshot } from '#lib/ballots/powers/find-snapshot.ts'
import type { RoundOnChain } from '#lib/flows/round-on-chain.ts'
import type { Services } from '#lib/flows/services.ts'

/** Unix seconds from which on no head can be anchored and closeRound is taken. */
export function sealedAt({ round }: Pick<RoundOnChain, 'round'>): number {
  return round.rules.closesAt + round.rules.sealGrace
}

/** Whether the log can no longer change: the chain has passed the grace by as many blocks as the rules ask. */
export async function isSealed(services: Services, seen: RoundOnChain): Promise<boolean> {
  if (!seen.facts.opened || seen.now < sealedAt(seen)) return false
  const passing = await findSnapshot(services.chain, sealedAt(seen) - 1)
  if (!passing) return false
  const head = await services.chain.getBlockNumber({ cacheTime: 0 })
  return head >= BigInt(passing.successor.number) + BigInt(seen.round.rules.finalityDepth)
}
