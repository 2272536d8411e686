import type { RoundOnChain } from '#lib/flows/round-on-chain.ts'
import type { SkipStage } from './schema.ts'

export type Skip = { to: SkipStage; at: number }

/** Where the round waits for time alone. Where it waits for a person, moving the clock would only harm. */
export function nextSkip({ round, facts, state, now }: RoundOnChain): Skip | null {
  const { submissionsCloseAt, opensAt, closesAt, sealGrace } = round.rules
  if (state === 'submissions' && facts.opened) return { to: 'opening', at: opensAt + 1 }
  if (state === 'submissions' && now < submissionsCloseAt)
    return { to: 'briefs-end', at: submissionsCloseAt + 1 }
  if (state === 'voting' || (state === 'counting' && now < closesAt + sealGrace))
    return { to: 'close', at: closesAt }
  if (state === 'challenge' && !facts.frozen && facts.finalAt !== null)
    return { to: 'challenge-end', at: facts.finalAt + 1 }
  return null
}
