import { type Choices, SKIPPED, TIED, WON } from '#lib/protocol/choices.ts'
import type { CountDetail } from '#lib/protocol/result.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { type PairRow, type Strengths, strengthsOf } from './bradley-terry.ts'
import type { Count, Counter, Lots } from './method.ts'
import { rankByScore, scoreMargin } from './score-sheet.ts'

/** A ballot's duels share its power; with fewer than this many each still gets one part of so many. */
const LEAST_SHARES = 20n
/** Weights are whole numbers of 10⁻⁶ of a unit of power: what a duel gets is floored there. */
const WEIGHT_UNIT = 1_000_000n
/** Strengths are told in whole numbers of 10⁻⁶, floored. */
const STRENGTH_UNIT = 1_000_000
/** Works whose duels with one another are told one by one. */
const PAIRS_TOLD = 40

type Tally = { duels: number; voters: number }
/** What a duel of a ballot weighs, once and twice, and whether it comes or goes. */
type Entry = { weight: bigint; double: bigint; sign: 1 | -1 }

/** Sums of weights by pair of works, and of duels and voters by work. */
export class DuelTable implements Counter {
  /** By the lower number of a pair, then by the higher. */
  private readonly pairs: readonly Map<number, PairRow>[]
  private readonly works = new Map<number, Tally>()
  private readonly limits: Rules['limits']
  private duels = 0

  constructor({ limits }: Rules, standing: readonly number[]) {
    this.limits = limits
    this.pairs = Array.from({ length: (standing.at(-1) ?? 0) + 1 }, () => new Map())
    for (const number of standing) this.works.set(number, { duels: 0, voters: 0 })
  }

  add(ballot: Choices, power: bigint): void {
    this.enter(ballot, power, 1)
  }

  remove(ballot: Choices, power: bigint): void {
    this.enter(ballot, power, -1)
  }

  private enter({ numbers, values }: Choices, power: bigint, sign: 1 | -1): void {
    let judged = 0
    for (const value of values) if (value !== SKIPPED) judged += 1
    const shares = BigInt(judged) > LEAST_SHARES ? BigInt(judged) : LEAST_SHARES
    const weight = (BigInt(sign) * (power * WEIGHT_UNIT)) / shares
    const by = { weight, double: 2n * weight, sign }
    const met = new Set<number>()
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? SKIPPED
      if (value === SKIPPED) continue
      const first = numbers[2 * index] ?? 0
      const second = numbers[2 * index + 1] ?? 0
      const one = this.works.get(first)
      const other = this.works.get(second)
      if (!one || !other) continue
      this.enterDuel(this.rowOf(first, second), first, value, by)
      this.duels += sign
      one.duels += sign
      other.duels += sign
      met.add(first).add(second)
    }
    for (const number of met) {
      const work = this.works.get(number)
      if (work) work.voters += sign
    }
  }

  private enterDuel(row: PairRow, first: number, value: number, by: Entry): void {
    if (value === TIED) {
      row.lowWeight += by.weight
      row.highWeight += by.weight
      row.ties += by.sign
    } else if (first === row.low) {
      row.lowWeight += by.double
      row.lowWins += by.sign
    } else if (value === WON) {
      row.highWeight += by.double
      row.highWins += by.sign
    }
  }

  private rowOf(first: number, second: number): PairRow {
    const low = Math.min(first, second)
    const high = Math.max(first, second)
    const rows = this.pairs[low]
    const known = rows?.get(high)
    if (known) return known
    const row = { low, high, lowWeight: 0n, highWeight: 0n, lowWins: 0, highWins: 0, ties: 0 }
    rows?.set(high, row)
    return row
  }

  /** Every pair that has a duel, by its low, then its high number. */
  private sortedRows(): PairRow[] {
    return this.pairs.flatMap((rows) =>
      [...rows.values()]
        .filter(({ lowWins, highWins, ties }) => lowWins + highWins + ties > 0)
        .toSorted((a, b) => a.high - b.high),
    )
  }

  count(lots: Lots): Count {
    const rows = this.sortedRows()
    const strengths = strengthsOf(rows, this.duels)
    const { minComparisons = 1, minVoters = 1 } = this.limits
    const known = ({ duels, voters }: Tally) => duels >= minComparisons && voters >= minVoters
    const scored = [...this.works].map(([number, work]) => ({
      number,
      supporters: work.voters,
      score: known(work) ? BigInt(Math.floor((strengths.of[number] ?? 0) * STRENGTH_UNIT)) : 0n,
    }))
    const ranking = rankByScore(scored, lots)
    return {
      ranking,
      margin: (winners) => (ranking[winners]?.place ? scoreMargin(ranking, winners) : null),
      detail: this.detail(
        ranking.map(({ number }) => number),
        rows,
        strengths,
      ),
    }
  }

  private detail(order: readonly number[], rows: readonly PairRow[], strengths: Strengths): CountDetail {
    const places = new Map(order.slice(0, PAIRS_TOLD).map((number, index) => [number, index]))
    const placeOf = (number: number) => places.get(number) ?? 0
    const told = rows
      .filter(({ low, high }) => places.has(low) && places.has(high))
      .map(({ low, high, lowWins, highWins, ties }) =>
        placeOf(low) < placeOf(high)
          ? { a: low, b: high, wonByA: lowWins, wonByB: highWins, tied: ties }
          : { a: high, b: low, wonByA: highWins, wonByB: lowWins, tied: ties },
      )
    return {
      kind: 'pairwise',
      duels: this.duels,
      divisor: String(strengths.divisor),
      prior: String(strengths.prior),
      comparisons: order.map((number) => ({ number, duels: this.works.get(number)?.duels ?? 0 })),
      pairs: told.toSorted((x, y) => placeOf(x.a) - placeOf(y.a) || placeOf(x.b) - placeOf(y.b)),
    }
  }
}
