import { rankedOrder } from '#components/voting/ballot/filled-ballot.ts'
import type { MethodId } from '#lib/protocol/rules.ts'
import type { Decisions } from './decisions.ts'

/** One way over the table: three passes that follow each other, and every work. */
export const PASSES = ['reject', 'pick', 'rank', 'all'] as const
export type Pass = (typeof PASSES)[number]

export const isPass = (value: unknown): value is Pass => PASSES.some((pass) => pass === value)

/** How many works a pass would have, without making it. */
export function passCounts(count: number, { picks }: Decisions): Record<Pass, number> {
  const { numbers, passed } = picks
  return {
    reject: count - numbers.length - passed.length,
    pick: count - passed.length,
    rank: numbers.length,
    all: count,
  }
}

/** Picks with the most points or the highest rating first, equals by number. */
function byWorth({ picks, draft }: Decisions, method: MethodId): number[] {
  const worth = method === 'score' ? draft.values : picks.ratings
  return picks.numbers.toSorted((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0) || a - b)
}

/** So many works are dealt at once: what one judges in one go without tiring. */
export const SITTING = 40

/** The works of a round in the order that was dealt, and those that were looked at before. */
export type Dealt = { numbers: readonly number[]; seen: ReadonlySet<number> }

/** The next works that have neither mark: where they are too many for one sitting, those first that were never seen. */
function sittingOf({ numbers, seen }: Dealt, { picks }: Decisions): number[] {
  const judged = new Set([...picks.numbers, ...picks.passed])
  const open = numbers.filter((number) => !judged.has(number))
  if (open.length <= SITTING) return open
  const fresh = open.filter((number) => !seen.has(number))
  return [...fresh, ...open.filter((number) => seen.has(number))].slice(0, SITTING)
}

/** The works that a pass goes through: to rank, the picks as the ballot has them or the best first. */
export function orderOf(pass: Pass, dealt: Dealt, decisions: Decisions, method: MethodId): number[] {
  if (pass === 'rank') {
    const best = byWorth(decisions, method)
    return method === 'ranked' ? rankedOrder(best, decisions.draft.order) : best
  }
  if (pass === 'all') return [...dealt.numbers]
  if (pass === 'reject') return sittingOf(dealt, decisions)
  const passed = new Set(decisions.picks.passed)
  return dealt.numbers.filter((number) => !passed.has(number))
}
