import type { CountRound, RankedCandidate, Result } from '#lib/protocol/result.ts'

export type Outcome = Pick<
  Result,
  'ranking' | 'winners' | 'quorum' | 'turnout' | 'tieSeed' | 'margin' | 'count'
>

/** How far two works were from each other where the better one was told from the other, and what told them. */
export type Comparison = {
  better: string
  other: string
  /** The round of a count in which they were told apart, from 1; null after its last one, and without rounds. */
  round: number | null
  /** Null where the figures alone decided. */
  by: Tiebreak | null
}

export type Tiebreak =
  | { kind: 'count-back'; round: number; better: string; other: string }
  | { kind: 'supporters'; better: number; other: number }
  /** `before`: in how many rounds before they were level as well. */
  | { kind: 'lot'; before: number }

function votersOrLot(better: RankedCandidate, other: RankedCandidate, before: number): Tiebreak {
  return better.supporters === other.supporters
    ? { kind: 'lot', before }
    : { kind: 'supporters', better: better.supporters, other: other.supporters }
}

const votesIn = (round: CountRound | undefined, { number }: RankedCandidate): string | undefined =>
  round?.totals.find((total) => total.number === number)?.votes

/** The round that a work left the count in, from 0; one after the last where the count ended before. */
function leftIn(rounds: readonly CountRound[], { number }: RankedCandidate): number {
  const index = rounds.findIndex(({ decision }) => decision.number === number)
  return index < 0 ? rounds.length : index
}

/** The latest round before in which two works differ: the count goes back to it. */
function countBack(
  rounds: readonly CountRound[],
  at: number,
  pair: [RankedCandidate, RankedCandidate],
): Tiebreak {
  const [a, b] = pair
  for (let index = at - 1; index >= 0; index -= 1) {
    const better = votesIn(rounds[index], a) ?? '0'
    const other = votesIn(rounds[index], b) ?? '0'
    if (better !== other) return { kind: 'count-back', round: index + 1, better, other }
  }
  return votersOrLot(a, b, at)
}

function compareInCount(
  rounds: readonly CountRound[],
  better: RankedCandidate,
  other: RankedCandidate,
): Comparison {
  const at = Math.min(leftIn(rounds, better), leftIn(rounds, other))
  const has = votesIn(rounds[at], better) ?? better.score
  const had = votesIn(rounds[at], other) ?? other.score
  const by = has === had ? countBack(rounds, at, [better, other]) : null
  return { better: has, other: had, round: at < rounds.length ? at + 1 : null, by }
}

/** Two works that hold places, the better one first: what told them apart. */
export function compare({ count }: Outcome, better: RankedCandidate, other: RankedCandidate): Comparison {
  if (count?.kind === 'irv' || count?.kind === 'stv') return compareInCount(count.rounds, better, other)
  const by = better.score === other.score ? votersOrLot(better, other, 0) : null
  return { better: better.score, other: other.score, round: null, by }
}

/** A winner and a work outside that stand at the cut, with the round of a count in which its margin is measured. */
export type Cut = { last: RankedCandidate; outside: RankedCandidate; round: number | null }

function cutOfCount(rounds: readonly CountRound[], { ranking, winners }: Outcome): Cut | null {
  const chosen = new Set(winners.map(({ number }) => number))
  const at = rounds.findLastIndex(({ totals }) => totals.some(({ number }) => !chosen.has(number)))
  const standing = ranking.flatMap((work) => {
    const votes = votesIn(rounds[at], work)
    return votes === undefined ? [] : [{ work, votes: BigInt(votes), isChosen: chosen.has(work.number) }]
  })
  const [least] = standing
    .filter(({ isChosen }) => isChosen)
    .toReversed()
    .toSorted((a, b) => (a.votes < b.votes ? -1 : a.votes > b.votes ? 1 : 0))
  const [most] = standing
    .filter(({ isChosen }) => !isChosen)
    .toSorted((a, b) => (a.votes > b.votes ? -1 : a.votes < b.votes ? 1 : 0))
  return least && most ? { last: least.work, outside: most.work, round: at + 1 } : null
}

/** Where places end, if a work that holds a place stands behind it: what the margin is measured between. */
export function cutOf(result: Outcome): Cut | null {
  const { ranking, winners, count } = result
  if (winners.length === 0) return null
  if (count?.kind === 'irv' || count?.kind === 'stv') return cutOfCount(count.rounds, result)
  const last = ranking[winners.length - 1]
  const outside = ranking[winners.length]
  return last && outside && outside.place !== null ? { last, outside, round: null } : null
}
