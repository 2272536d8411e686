import { ProtocolError } from '#lib/protocol/errors.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import type { Method } from './method.ts'
import { ScoreSheet } from './score-sheet.ts'
import { formatValued, parseValued } from './valued-choices.ts'

/** Credits that votes cost: each work the square of its votes. */
export function creditsSpent(values: readonly number[]): number {
  return values.reduce((total, value) => total + value * value, 0)
}

/** Credits that a voter's power gives: one for each `creditUnit` of it, at most `credits`. */
export function creditsOf({ limits }: Pick<Rules, 'limits'>, power: bigint): bigint {
  const most = BigInt(limits.credits ?? 0)
  const given = power / BigInt(limits.creditUnit ?? '1')
  return given < most ? given : most
}

/** Quadratic: `#12=3 #47=1`, v votes cost v² credits; a score is the sum of votes. */
export const quadratic: Method = {
  parse(text, context) {
    const choices = parseValued(text, context)
    const spent = creditsSpent(choices.values)
    const most = context.limits.credits ?? 0
    if (spent > most)
      throw new ProtocolError('choices-budget', '{spent} credits, at most {most}', { spent, most })
    return choices
  },

  format: formatValued,

  counter: (_rules, standing) => new ScoreSheet(standing, (_power, votes) => BigInt(votes)),

  overspending(rules, { values }, power) {
    const spent = creditsSpent(values)
    const credits = creditsOf(rules, power)
    return BigInt(spent) > credits ? { spent: String(spent), credits: String(credits) } : null
  },
}
