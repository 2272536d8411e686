import { bytesOf32, hexToBytes, taggedHash } from './bytes.ts'
import { Draws } from './draws.ts'
import type { Address, Bytes32 } from './primitives.ts'

/** Two works that stand against each other; `low` has the lower number. */
export type Pair = { low: number; high: number }

/** How a duel went. */
export type DuelAnswer = 'low' | 'high' | 'tied' | 'skipped'

/** What a voter's queue of duels is made from: nothing that another voter said. */
export type PairQueueSeed = {
  roundId: Bytes32
  /** Hash of the block that holds the opening of the round: nobody knew it when the works were numbered. */
  openingBlock: Bytes32
  voter: Address
  candidateCount: number
}

/** The numbers 1 … count in a drawn order, each drawn when it is asked for (Fisher–Yates from the front). */
function* drawnOrder(count: number, draws: Draws): Generator<number, void> {
  const moved = new Map<number, number>()
  for (let at = 0; at < count; at += 1) {
    const other = at + draws.below(count - at)
    const number = moved.get(other) ?? other + 1
    moved.set(other, moved.get(at) ?? at + 1)
    yield number
  }
}

/** The works of one lap that still wait for their duel. */
class Waiting {
  private readonly passed: number[] = []
  private readonly order: Generator<number, void>

  constructor(order: Generator<number, void>) {
    this.order = order
  }

  /** The first one, in the order of the lap, that fits; those passed over go on waiting. */
  take(fits: (number: number) => boolean): number | null {
    const at = this.passed.findIndex(fits)
    if (at >= 0) return this.passed.splice(at, 1)[0] ?? null
    for (let drawn = this.order.next(); !drawn.done; drawn = this.order.next()) {
      if (fits(drawn.value)) return drawn.value
      this.passed.push(drawn.value)
    }
    return null
  }
}

const pairOf = (a: number, b: number): Pair => (a < b ? { low: a, high: b } : { low: b, high: a })

/**
 * The queue of a voter's duels (PROTOCOL 6): laps through all works, in each of which the work that won the last duel
 * meets the next one that it has not met. A tie leaves the one that was there before; a skip takes both away. The
 * queue ends when every two works have met.
 *
 * `next` takes the answer to the pair it gave last, so that a queue is replayed by the answers of a ballot.
 */
export function* pairQueue(seed: PairQueueSeed): Generator<Pair, void, DuelAnswer> {
  const { roundId, openingBlock, voter, candidateCount } = seed
  const root = taggedHash('pairs', bytesOf32(roundId), bytesOf32(openingBlock), hexToBytes(voter))
  const met = new Set<number>()
  const keyOf = (a: number, b: number) => Math.min(a, b) * 1_000_000 + Math.max(a, b)
  for (let lap = 0; ; lap += 1) {
    const before = met.size
    const waiting = new Waiting(drawnOrder(candidateCount, new Draws(root, lap)))
    let standing = waiting.take(() => true)
    while (standing !== null) {
      const stays: number = standing
      const comes = waiting.take((number) => !met.has(keyOf(stays, number)))
      if (comes === null) {
        standing = waiting.take(() => true)
        continue
      }
      met.add(keyOf(stays, comes))
      const pair = pairOf(stays, comes)
      const answer = yield pair
      if (answer === 'low' || answer === 'high') standing = pair[answer]
      if (answer === 'skipped') standing = waiting.take(() => true)
    }
    if (met.size === before) return
  }
}
