import type { Random } from '#lib/generation/artist/random.ts'

/** One draw of the standard normal distribution (Box and Muller). */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()))
  return radius * Math.cos(2 * Math.PI * random.next())
}

/** One draw of the gamma distribution with a shape of at least 1 (Marsaglia and Tsang 2000). */
function gamma(shape: number, random: Random): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random.next()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** One draw of the beta distribution; both counts are at least 1. */
export function drawBeta(successes: number, failures: number, random: Random): number {
  const good = gamma(successes, random)
  return good / (good + gamma(failures, random))
}
