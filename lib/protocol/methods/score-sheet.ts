import type { Choices } from '#lib/protocol/choices.ts'
import type { RankedCandidate } from '#lib/protocol/result.ts'
import { ExactSums } from './exact-sums.ts'
import type { Count, Counter, Lots } from './method.ts'

/** What a ballot gives to a work: from the power behind it, and the number beside the work if there is one. */
export type PointsOf = (power: bigint, value: number) => bigint

type Row = { number: number; score: bigint; supporters: number }

function compareRows(a: Row, b: Row, lots: Lots): number {
  if (a.score !== b.score) return a.score > b.score ? -1 : 1
  if (a.supporters !== b.supporters) return b.supporters - a.supporters
  // Only supported candidates can hold a place, so the others need no lot.
  if (a.score === 0n) return a.number - b.number
  const [lot, other] = [lots(a.number), lots(b.number)]
  if (lot !== other) return lot < other ? -1 : 1
  return a.number - b.number
}

/** Each lot drawn once, and only where it is needed. */
function drawnOnce(lots: Lots): Lots {
  const drawn = new Map<number, string>()
  return (number) => {
    const lot = drawn.get(number) ?? lots(number)
    drawn.set(number, lot)
    return lot
  }
}

function decidedBy(row: Row, neighbours: readonly (Row | undefined)[]): RankedCandidate['decidedBy'] {
  const equals = neighbours.filter((other) => other?.score === row.score)
  if (equals.some((other) => other?.supporters === row.supporters)) return 'lot'
  return equals.length > 0 ? 'supporters' : 'score'
}

/**
 * Order by score, then supporters, then the lowest lot (PROTOCOL 6). A row whose score is 0 holds no place and
 * stands last, by number.
 */
export function rankByScore(rows: readonly Row[], lots: Lots): RankedCandidate[] {
  const once = drawnOnce(lots)
  const sorted = rows.toSorted((a, b) => compareRows(a, b, once))
  return sorted.map((row, index): RankedCandidate => {
    const { number, supporters } = row
    const placed = row.score > 0n
    return {
      place: placed ? index + 1 : null,
      number,
      score: String(row.score),
      supporters,
      decidedBy: placed ? decidedBy(row, [sorted[index - 1], sorted[index + 1]]) : null,
    }
  })
}

/** Score of the last winner minus that of the first candidate outside; null without one of the two. */
export function scoreMargin(ranking: readonly RankedCandidate[], winners: number): string | null {
  const last = ranking[winners - 1]
  const outside = ranking[winners]
  return last && outside ? String(BigInt(last.score) - BigInt(outside.score)) : null
}

/** Sums of points and supporters by candidate: all that single, approval, weighted, quadratic and score need. */
export class ScoreSheet implements Counter {
  private readonly scores: ExactSums
  /** −1 for a number that does not stand. */
  private readonly supporters: number[]
  private readonly standing: readonly number[]
  private readonly pointsOf: PointsOf

  constructor(standing: readonly number[], pointsOf: PointsOf) {
    this.standing = standing
    this.pointsOf = pointsOf
    const size = (standing.at(-1) ?? 0) + 1
    this.scores = new ExactSums(size)
    this.supporters = Array.from({ length: size }, () => -1)
    for (const number of standing) this.supporters[number] = 0
  }

  add(ballot: Choices, power: bigint): void {
    this.enter(ballot, power, 1)
  }

  remove(ballot: Choices, power: bigint): void {
    this.enter(ballot, power, -1)
  }

  private enter({ numbers, values }: Choices, power: bigint, sign: 1 | -1): void {
    // By some methods every work of a ballot gets the same.
    let before: bigint | null = null
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index] ?? 0
      const supporters = this.supporters[number] ?? -1
      if (supporters < 0) continue
      const points = this.pointsOf(power, values[index] ?? 0)
      if (points !== before) this.scores.load(points)
      before = points
      this.scores.addLoaded(number, sign)
      this.supporters[number] = supporters + sign
    }
  }

  count(lots: Lots): Count {
    const rows = this.standing.map((number) => ({
      number,
      score: this.scores.of(number),
      supporters: this.supporters[number] ?? 0,
    }))
    const ranking = rankByScore(rows, lots)
    return { ranking, margin: (winners) => scoreMargin(ranking, winners), detail: null }
  }
}
