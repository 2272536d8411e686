import type { CountRound } from '#lib/protocol/result.ts'
import type { Lots } from './method.ts'

/** Who is in a count, with the votes of now, of each round before, and what else tells them apart; lists by number. */
export type Contest = {
  readonly inCount: readonly number[]
  readonly votes: readonly bigint[]
  readonly history: readonly (readonly bigint[])[]
  readonly supporters: readonly number[]
  readonly lots: Lots
}

/** A candidate, and what told it from the others. */
export type Choice = { number: number; decidedBy: CountRound['decision']['decidedBy'] }

/** Those whose value no other's exceeds, or falls below. */
function extremes<T extends bigint | number | string>(
  numbers: readonly number[],
  measure: (number: number) => T,
  sign: 1 | -1,
): number[] {
  let kept: number[] = []
  let best: T | null = null
  for (const number of numbers) {
    const value = measure(number)
    const order = best === null || value === best ? 0 : value > best === sign > 0 ? 1 : -1
    if (order < 0) continue
    if (order > 0) kept = []
    if (order > 0 || best === null) best = value
    kept.push(number)
  }
  return kept
}

/**
 * The candidate with the most or the least votes. Equals are told apart by the round before in which they differ,
 * the latest first (count-back), then by supporters, then by lot: the lowest goes first.
 */
export function chooseOne(
  { inCount, votes, history, supporters, lots }: Contest,
  which: 'most' | 'least',
): Choice {
  const sign = which === 'most' ? 1 : -1
  let tied = extremes(inCount, (number) => votes[number] ?? 0n, sign)
  const [first] = tied
  if (tied.length === 1 && first !== undefined) return { number: first, decidedBy: 'score' }
  for (const before of history.toReversed()) {
    tied = extremes(tied, (number) => before[number] ?? 0n, sign)
    const [only] = tied
    if (tied.length === 1 && only !== undefined) return { number: only, decidedBy: 'count-back' }
  }
  tied = extremes(tied, (number) => supporters[number] ?? 0, sign)
  const [liked] = tied
  if (tied.length === 1 && liked !== undefined) return { number: liked, decidedBy: 'supporters' }
  const [drawn] = extremes(tied, lots, which === 'most' ? -1 : 1)
  if (drawn === undefined) throw new Error('nobody is left in the count')
  return { number: drawn, decidedBy: 'lot' }
}
