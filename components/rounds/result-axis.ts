const NICE = [1n, 2n, 5n]

/** The smallest of 1, 2, 5 times a power of ten that is not below the highest score. */
export function axisMax(highest: string): bigint {
  const value = BigInt(highest)
  for (let power = 1n; ; power *= 10n) {
    const found = NICE.find((step) => step * power >= value)
    if (found) return found * power
  }
}

const AXIS_STEPS = 10_000n

/** A score as a share of the axis, in ten-thousandths: exact for amounts beyond 2^53. */
export const onAxis = (score: string, max: bigint): number => Number((BigInt(score) * AXIS_STEPS) / max)

export const AXIS = Number(AXIS_STEPS)

/** The least and the greatest of scores, as decimals: a ranked count does not order works by them. */
export function rangeOf(scores: readonly string[]): { least: string; most: string } {
  const sorted = scores.map(BigInt).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return { least: String(sorted[0] ?? 0n), most: String(sorted.at(-1) ?? 0n) }
}
