import type { Choices } from '#lib/protocol/choices.ts'
import type { Counter, Lots, Method } from './method.ts'
import { eliminate } from './ranked-count.ts'
import { rankedSpelling } from './ranked-spelling.ts'

/** The ballots themselves: who is eliminated when depends on all of them, so there are no sums to keep. */
class BallotPile implements Counter {
  private readonly ballots = new Map<Choices, bigint>()
  private readonly standing: readonly number[]
  private readonly seats: number

  constructor(standing: readonly number[], seats: number) {
    this.standing = standing
    this.seats = seats
  }

  add(ballot: Choices, power: bigint): void {
    this.ballots.set(ballot, power)
  }

  remove(ballot: Choices): void {
    this.ballots.delete(ballot)
  }

  count(lots: Lots) {
    return eliminate({ standing: this.standing, seats: this.seats, ballots: this.ballots, lots })
  }
}

/** Ranked: one place is filled by instant runoff, several by the single transferable vote. */
export const ranked: Method = {
  ...rankedSpelling,
  counter: ({ places }, standing) => new BallotPile(standing, places),
}
