import { canonicalText } from '#lib/protocol/canonical.ts'
import { powersByAccount, powersByChain } from '#lib/protocol/power.ts'
import type { SealedResult } from '#lib/protocol/result.ts'
import { currentBallots, weightOf } from '#lib/protocol/tally.ts'
import type { CheckedBallots } from './check-ballots.ts'
import { tallyOf } from './check-result.ts'
import type { CheckContext } from './context.ts'
import type { Report } from './report.ts'

/**
 * How much of a round rests on recorded answers of contracts: found by counting it without those ballots. Where it
 * could not be counted at all, the winners are said to change.
 */
export function restOnRecords(
  { core }: CheckContext,
  { set, recorded }: CheckedBallots,
  recount: SealedResult | null,
): Report['contractWallets'] {
  const { rules, powers } = core
  if (recorded.size === 0) return { ballots: 0, power: '0', winnersChange: false }
  const unknown = { ballots: recorded.size, power: '0', winnersChange: true }
  if (!set || !rules || !powers || !recount) return unknown
  const by = { powers: powersByAccount(rules, powers), chainPowers: powersByChain(rules, powers) }
  const power = currentBallots(set.ballots)
    .filter((ballot) => recorded.has(ballot))
    .reduce((sum, ballot) => sum + weightOf(ballot, by), 0n)
  const without = tallyOf(
    core,
    set.ballots.filter((ballot) => !recorded.has(ballot)),
  )
  if (!without) return { ...unknown, power: String(power) }
  const winnersChange = canonicalText(without.winners) !== canonicalText(recount.winners)
  return { ballots: recorded.size, power: String(power), winnersChange }
}
