import type { CountDetail, CountRound } from '#lib/protocol/result.ts'

export type EliminationCount = Extract<CountDetail, { kind: 'irv' | 'stv' }>

/** Where votes went that a round set free: to a work, or nowhere any more. */
export type Passed = { to: number | null; votes: bigint }

/** One round of a count: who stood with what, who left it, what they kept, and where the rest went. */
export type FlowRound = {
  /** From 1. */
  round: number
  standing: ReadonlyMap<number, bigint>
  exhausted: bigint
  lost: bigint
  leaving: CountRound['decision']
  votes: bigint
  /** Votes that stay with an elected work. */
  kept: bigint
  /** In the order of the ranking, those without a work last. Empty after the last round: nothing follows it. */
  passed: readonly Passed[]
}

const standingOf = ({ totals }: CountRound) =>
  new Map(totals.map(({ number, votes }) => [number, BigInt(votes)]))

function keptOf(decision: CountRound['decision'], votes: bigint, quota: bigint | null): bigint {
  if (decision.kind === 'eliminated') return 0n
  return quota !== null && votes >= quota ? quota : votes
}

/** What each has more in the next round: exact, because one work leaves a round. */
function passedOn(round: CountRound, next: CountRound, order: readonly number[]): Passed[] {
  const before = standingOf(round)
  const after = standingOf(next)
  const exhausted = BigInt(next.exhausted) - BigInt(round.exhausted)
  const passed: Passed[] = order
    .filter((number) => after.has(number))
    .map((to) => ({ to, votes: (after.get(to) ?? 0n) - (before.get(to) ?? 0n) }))
  return [...passed, { to: null, votes: exhausted }].filter(({ votes }) => votes > 0n)
}

/** @param order numbers as they are ranked */
export function flowOf({ rounds, quota }: EliminationCount, order: readonly number[]): FlowRound[] {
  return rounds.map((round, index) => {
    const { decision, exhausted, lost } = round
    const standing = standingOf(round)
    const votes = standing.get(decision.number) ?? 0n
    const next = rounds[index + 1]
    return {
      round: index + 1,
      standing,
      exhausted: BigInt(exhausted),
      lost: BigInt(lost),
      leaving: decision,
      votes,
      kept: keptOf(decision, votes, quota === null ? null : BigInt(quota)),
      passed: next ? passedOn(round, next, order) : [],
    }
  })
}
