import type { Choices } from '#lib/protocol/choices.ts'
import { type ExactSums, partsFor, SPLIT_BELOW, splitInto } from './exact-sums.ts'

/** Stands after the last work of each ballot. */
export const END = 0

/** The ballots on their way through a count, by index, in flat lists: there are many, and each moves several times. */
export class Papers {
  /** The works of all ballots, one after another, with `END` after each ballot. */
  readonly names: Int32Array
  /** Where in `names` each ballot stands. */
  readonly at: Int32Array
  /** What each ballot weighs there. */
  readonly weights: bigint[] = []
  /** The weights again, `width` parts each; none where a weight is too great for that. */
  private readonly parts: Float64Array
  private readonly width: number

  /** @param unit of the weights, in units of power */
  constructor(ballots: ReadonlyMap<Choices, bigint>, unit: bigint) {
    let [names, most] = [ballots.size, 0n]
    for (const [{ numbers }, power] of ballots) {
      names += numbers.length
      if (power > most) most = power
    }
    this.width = most * unit < SPLIT_BELOW ? partsFor(most * unit) : 0
    this.names = new Int32Array(names)
    this.at = new Int32Array(ballots.size)
    this.parts = new Float64Array(ballots.size * this.width)
    let end = 0
    for (const [{ numbers }, power] of ballots) {
      const paper = this.weights.length
      this.at[paper] = end
      for (let index = 0; index < numbers.length; index += 1) this.names[end + index] = numbers[index] ?? END
      end += numbers.length + 1
      const weight = unit === 1n ? power : power * unit
      this.weigh(paper, weight)
    }
  }

  weigh(paper: number, weight: bigint): void {
    this.weights[paper] = weight
    if (this.width === 0) return
    const start = paper * this.width
    this.parts.fill(0, start, start + this.width)
    splitInto(this.parts, weight, start)
  }

  addTo(sums: ExactSums, number: number, paper: number): void {
    if (this.width > 0) return sums.addParts(number, this.parts, paper * this.width, this.width)
    sums.load(this.weights[paper] ?? 0n)
    sums.addLoaded(number, 1)
  }
}
