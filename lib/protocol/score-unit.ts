import type { Rules } from './rules.ts'

/** What the scores of a result count: `decimals` of the integer stand behind the point. */
export type ScoreUnit = { decimals: number; one: string; many: string }

const VOTES = { one: 'vote', many: 'votes' } as const

/**
 * The unit of a result's scores. Voting power is told in votes, as everywhere.
 * - single, approval: power behind the work;
 * - weighted: hundredths of power;
 * - quadratic: votes bought with credits;
 * - score: power × points;
 * - ranked: power for one place, 10⁻⁹ of power where votes are transferred;
 * - pairwise: 10⁻⁶ of strength, a middling work having about 1.
 */
export function scoreUnitOf({ method, places }: Pick<Rules, 'method' | 'places'>): ScoreUnit {
  switch (method) {
    case 'single':
    case 'approval':
    case 'quadratic':
      return { decimals: 0, ...VOTES }
    case 'weighted':
      return { decimals: 2, ...VOTES }
    case 'score':
      return { decimals: 0, one: 'point', many: 'points' }
    case 'ranked':
      return { decimals: places > 1 ? 9 : 0, ...VOTES }
    case 'pairwise':
      return { decimals: 6, one: 'of strength', many: 'of strength' }
  }
}

const SHOWN_DECIMALS = 3

/** A score as a number in words' company: "1,240", "12.4"; floored at three decimals unless that would hide it. */
export function formatFigure(rules: Pick<Rules, 'method' | 'places'>, score: string): string {
  const { decimals } = scoreUnitOf(rules)
  const unit = 10n ** BigInt(decimals)
  const value = BigInt(score)
  const whole = (value / unit).toLocaleString('en')
  const fraction = String(value % unit).padStart(decimals, '0')
  const shown = fraction.slice(0, SHOWN_DECIMALS)
  const hidden = value > 0n && value < unit && /^0*$/.test(shown)
  const digits = (hidden ? fraction : shown).replace(/0+$/, '')
  return decimals === 0 || digits === '' ? whole : `${whole}.${digits}`
}

/** A score, or the distance between two, with its unit: "1,240 votes", "12.4 votes", "1 point", "0.25 of strength". */
export function formatScore(rules: Pick<Rules, 'method' | 'places'>, score: string): string {
  const { one, many } = scoreUnitOf(rules)
  const figure = formatFigure(rules, score)
  return `${figure} ${figure === '1' ? one : many}`
}
