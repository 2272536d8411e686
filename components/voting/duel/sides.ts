import { sha256, utf8 } from '#lib/protocol/bytes.ts'
import type { Pair, PairQueueSeed } from '#lib/protocol/pair-queue.ts'

export type Side = 'left' | 'right'
export type Sides = Record<Side, number>

/** What is hashed for the side of a pair. */
const coinText = ({ roundId, openingBlock, voter }: PairQueueSeed, { low, high }: Pair) =>
  `${roundId} ${openingBlock} ${voter} ${low} ${high}`

/**
 * Where the two works of a duel stand: a coin for each pair and voter, the lowest bit of the first byte of SHA-256.
 * The same pair always stands alike for one voter, and nothing else of a work decides where it stands: not its
 * number, not its place in the queue, not whether it won before. Only shown, never signed.
 */
export function sidesOf(seed: PairQueueSeed, pair: Pair): Sides {
  const [first = 0] = sha256(utf8(coinText(seed, pair)))
  return first & 1 ? { left: pair.high, right: pair.low } : { left: pair.low, right: pair.high }
}
