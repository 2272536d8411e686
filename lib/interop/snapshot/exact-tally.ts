import { bytesToHex, taggedHash, utf8 } from '#lib/protocol/bytes.ts'
import { NO_VALUES } from '#lib/protocol/choices.ts'
import { eliminate } from '#lib/protocol/methods/ranked-count.ts'
import { ScoreSheet } from '#lib/protocol/methods/score-sheet.ts'
import { integerRoot } from '#lib/protocol/power.ts'
import type { CountRound, RankedCandidate } from '#lib/protocol/result.ts'
import { UNIT } from './decimal.ts'
import type { CountedType } from './float-tally.ts'
import { type Fraction, greatestDivisor, ZERO } from './fraction.ts'
import type { ReadChoice } from './read-choice.ts'

/** A vote as it counts exactly: what it says, and its power in units of 10⁻¹⁸. */
export type ExactBallot = { choice: ReadChoice; power: bigint }

export type ExactCount = {
  /** By choice, in votes: comparable with what Snapshot publishes. */
  scores: readonly Fraction[]
  ranking: readonly RankedCandidate[]
  /** The rounds of a ranked count; none otherwise. */
  rounds: readonly CountRound[]
}

/** Beyond this many bits the shares of a weighted vote have no common measure that is of use. */
const MOST_BITS = 65_536

type Field = { proposalId: string; choices: number }

/** A lot that anybody can draw again. Verso's own rounds draw theirs by a block that is not known before the close. */
const lotsOf = (proposalId: string) => (number: number) =>
  bytesToHex(taggedHash('snapshot-lot', utf8(`${number} ${proposalId}`)))

const standingOf = (choices: number) => Array.from({ length: choices }, (_, at) => at + 1)

type Points = (ballot: ExactBallot, index: number) => bigint

/** The protocol's own sums: what each choice gets is worked out first, and enters as the power behind it. */
function sheetOf({ proposalId, choices }: Field, ballots: readonly ExactBallot[], points: Points) {
  const sheet = new ScoreSheet(standingOf(choices), (power) => power)
  for (const ballot of ballots)
    ballot.choice.numbers.forEach((number, index) => {
      sheet.add({ numbers: [number], values: NO_VALUES }, points(ballot, index))
    })
  return sheet.count(lotsOf(proposalId)).ranking
}

function scoresOf(ranking: readonly RankedCandidate[], d: bigint): Fraction[] {
  const scores: Fraction[] = ranking.map(() => ZERO)
  for (const { number, score } of ranking) scores[number - 1] = { n: BigInt(score), d }
  return scores
}

const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n)

/** Shares are fractions of each ballot's own sum: a common multiple of the sums makes whole numbers of them. */
function countWeighted(field: Field, ballots: readonly ExactBallot[]): ExactCount | null {
  const sums = new Set(ballots.map(({ choice }) => total(choice.weights)))
  let multiple = 1n
  for (const sum of sums) {
    multiple *= sum / greatestDivisor(multiple, sum)
    if (multiple.toString(16).length * 4 > MOST_BITS) return null
  }
  const ranking = sheetOf(
    field,
    ballots,
    ({ power, choice }, index) => (power * (choice.weights[index] ?? 0n) * multiple) / total(choice.weights),
  )
  return { ranking, scores: scoresOf(ranking, UNIT * multiple), rounds: [] }
}

/**
 * Snapshot's quadratic scores: (Σ √(power × share))², scaled to the whole power. Roots are floored to 10⁻¹⁸; the rest
 * is exact.
 */
function countQuadratic(field: Field, ballots: readonly ExactBallot[]): ExactCount {
  const ranking = sheetOf(field, ballots, ({ power, choice }, index) =>
    integerRoot((power * (choice.weights[index] ?? 0n) * UNIT) / total(choice.weights)),
  )
  const power = total(ballots.map((ballot) => ballot.power))
  const roots = scoresOf(ranking, UNIT)
  const squares = total(roots.map(({ n }) => n * n))
  const scores = roots.map(({ n }) => (squares === 0n ? ZERO : { n: n * n * power, d: squares * UNIT }))
  return { ranking, scores, rounds: [] }
}

/** The round whose votes Snapshot publishes: the first with more than half for somebody, or with two left. */
export function decidingRound(rounds: readonly CountRound[]): CountRound | undefined {
  return rounds.find(({ totals }) => {
    const votes = totals.map((row) => BigInt(row.votes))
    return totals.length < 3 || votes.some((sum) => 2n * sum > total(votes))
  })
}

function countRanked({ proposalId, choices }: Field, ballots: readonly ExactBallot[]): ExactCount {
  const weighed = new Map(
    ballots.map(({ choice, power }) => [{ numbers: choice.numbers, values: NO_VALUES }, power]),
  )
  const lots = lotsOf(proposalId)
  const { ranking, detail } = eliminate({ standing: standingOf(choices), seats: 1, ballots: weighed, lots })
  const rounds = detail?.kind === 'irv' ? detail.rounds : []
  const scores: Fraction[] = Array.from({ length: choices }, () => ZERO)
  for (const { number, votes } of decidingRound(rounds)?.totals ?? [])
    scores[number - 1] = { n: BigInt(votes), d: UNIT }
  return { ranking, scores, rounds }
}

/**
 * Counts with the protocol's own counters: whole numbers, and the same for every order of the votes.
 * @returns null for shares without a common measure of less than 65,536 bits
 */
export function exactTally(
  type: CountedType,
  field: Field,
  ballots: readonly ExactBallot[],
): ExactCount | null {
  if (type === 'ranked-choice') return countRanked(field, ballots)
  if (type === 'weighted') return countWeighted(field, ballots)
  if (type === 'quadratic') return countQuadratic(field, ballots)
  const ranking = sheetOf(field, ballots, ({ power }) => power)
  return { ranking, scores: scoresOf(ranking, UNIT), rounds: [] }
}
