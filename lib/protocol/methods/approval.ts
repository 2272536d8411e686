/** Support of one candidate: the score as power, and how many voters with power support it. */
export type Support = { score: bigint; supporters: number }

/** One voter's ballot as it counts, with power; no numbers for an abstention. */
export type WeighedBallot = { power: bigint; numbers: readonly number[] }

/**
 * Approval: a candidate's score is the sum of the powers of the ballots that name it (PROTOCOL 6).
 * @param standing numbers that take part; voided ones are absent and so drop out of every ballot
 */
export function approvalSupport(
  standing: readonly number[],
  ballots: readonly WeighedBallot[],
): Map<number, Support> {
  const support = new Map<number, Support>(standing.map((number) => [number, { score: 0n, supporters: 0 }]))
  for (const { power, numbers } of ballots) {
    for (const number of numbers) {
      const entry = support.get(number)
      if (!entry) continue
      entry.score += power
      entry.supporters += 1
    }
  }
  return support
}
