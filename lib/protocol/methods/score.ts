import type { Choices } from '#lib/protocol/choices.ts'
import type { Count, Lots, Method } from './method.ts'
import { ScoreSheet } from './score-sheet.ts'
import { assertMost, formatValued, parseValued } from './valued-choices.ts'

/** Sums of points, and beside them how many voters gave each number of points. */
class PointSheet extends ScoreSheet {
  private readonly voters = new Map<number, number[]>()
  private readonly maxScore: number

  constructor(standing: readonly number[], maxScore: number) {
    super(standing, (power, points) => power * BigInt(points))
    this.maxScore = maxScore
    for (const number of standing) this.voters.set(number, new Array(maxScore).fill(0))
  }

  override add(ballot: Choices, power: bigint): void {
    super.add(ballot, power)
    this.tell(ballot, 1)
  }

  override remove(ballot: Choices, power: bigint): void {
    super.remove(ballot, power)
    this.tell(ballot, -1)
  }

  private tell({ numbers, values }: Choices, by: 1 | -1): void {
    numbers.forEach((number, index) => {
      const row = this.voters.get(number)
      const at = (values[index] ?? 0) - 1
      if (row) row[at] = (row[at] ?? 0) + by
    })
  }

  override count(lots: Lots): Count {
    const counted = super.count(lots)
    const distribution = counted.ranking.map(({ number }) => ({
      number,
      voters: [...(this.voters.get(number) ?? [])],
    }))
    return { ...counted, detail: { kind: 'score', maxScore: this.maxScore, distribution } }
  }
}

/** Score: `#12=5 #47=1`, points from 1 to `maxScore`, absent is 0; a score is Σ power × points. */
export const score: Method = {
  parse(text, context) {
    const choices = parseValued(text, context)
    assertMost(choices, context.limits.maxScore ?? 0)
    return choices
  },

  format: formatValued,

  counter: ({ limits }, standing) => new PointSheet(standing, limits.maxScore ?? 0),
}
