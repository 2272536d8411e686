/** Steps of the iteration: enough that no place among 10,000 works moves any more. */
const ITERATIONS = 200
const WEIGHT_BOUND = 2n ** 32n

/** All duels of two works; `low` has the lower number. A win weighs twice what each side of a tie gets. */
export type PairRow = {
  low: number
  high: number
  lowWeight: bigint
  highWeight: bigint
  lowWins: number
  highWins: number
  ties: number
}

export type Strengths = {
  /** By number; 1 for a work without duels. */
  of: Float64Array
  /** Floor divisor that brings weights below 2³². */
  divisor: bigint
  /** What each side of the tie with the virtual opponent gets: half of what a duel weighs on average. */
  prior: bigint
}

function divisorOf(rows: readonly PairRow[]): bigint {
  let most = 0n
  for (const { lowWeight, highWeight } of rows) {
    if (lowWeight > most) most = lowWeight
    if (highWeight > most) most = highWeight
  }
  return most / WEIGHT_BOUND + 1n
}

/** A sum of whole numbers below 2³³, exact beyond 2⁵³. */
function sumOf(weights: Float64Array): bigint {
  let sum = 0n
  let part = 0
  for (const weight of weights) {
    part += weight
    if (part < 2 ** 52) continue
    sum += BigInt(part)
    part = 0
  }
  return sum + BigInt(part)
}

/**
 * Strengths under the Bradley–Terry model by minorisation–maximisation (Hunter 2004), 200 steps from 1: the same
 * bits everywhere, because the weights are integers below 2³³ and only + × ÷ of doubles follow, in the order of the
 * rows, nothing fused. Every work has besides tied one middling duel with a virtual opponent of strength 1, so that
 * strengths are finite and need no scaling.
 *
 * @param rows by low, then high number
 * @param duels how many duels they hold
 */
export function strengthsOf(rows: readonly PairRow[], duels: number): Strengths {
  const divisor = divisorOf(rows)
  const size = rows.reduce((most, { high }) => Math.max(most, high), 0) + 1
  const lows = new Int32Array(rows.length)
  const highs = new Int32Array(rows.length)
  const weights = new Float64Array(rows.length)
  const won = new Float64Array(size)
  rows.forEach(({ low, high, lowWeight, highWeight }, index) => {
    const lowPart = lowWeight === 0n ? 0 : Number(lowWeight / divisor)
    const highPart = highWeight === 0n ? 0 : Number(highWeight / divisor)
    const both = lowPart + highPart
    lows[index] = low
    highs[index] = high
    weights[index] = both
    won[low] = (won[low] ?? 0) + lowPart
    won[high] = (won[high] ?? 0) + highPart
  })
  const middling = duels > 0 ? sumOf(weights) / BigInt(2 * duels) : 0n
  const prior = middling > 0n ? middling : 1n
  const strengths = iterate({ lows, highs, weights, won, prior: Number(prior) })
  return { of: strengths, divisor, prior }
}

type Table = {
  lows: Int32Array
  highs: Int32Array
  weights: Float64Array
  won: Float64Array
  prior: number
}

function iterate({ lows, highs, weights, won, prior }: Table): Float64Array {
  const works = won.length
  const strengths = new Float64Array(works).fill(1)
  const expected = new Float64Array(works)
  for (let step = 0; step < ITERATIONS; step += 1) {
    expected.fill(0)
    for (let row = 0; row < weights.length; ) {
      const low = lows[row] as number
      const strength = strengths[low] as number
      let sum = expected[low] as number
      // The rows of one work follow one another, and none of them has it as the higher number.
      for (; lows[row] === low; row += 1) {
        const high = highs[row] as number
        const rate = (weights[row] as number) / (strength + (strengths[high] as number))
        sum += rate
        expected[high] = (expected[high] as number) + rate
      }
      expected[low] = sum
    }
    for (let at = 0; at < works; at += 1) {
      if (expected[at] === 0) continue
      const virtual = (2 * prior) / ((strengths[at] as number) + 1)
      strengths[at] = ((won[at] as number) + prior) / ((expected[at] as number) + virtual)
    }
  }
  return strengths
}
