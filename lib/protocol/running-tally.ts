import type { VerifiedBallot } from './ballot.ts'
import type { Count, Counter, Lots } from './methods/method.ts'
import { METHODS } from './methods/registry.ts'
import type { Address } from './primitives.ts'
import type { CountDetail, Tally } from './result.ts'
import type { Rules } from './rules.ts'

/** The latest ballot of one voter, with the power that it counts with: 0 for one that does not count. */
type Current = { ballot: VerifiedBallot; power: bigint }

type Overspent = Extract<CountDetail, { kind: 'quadratic' }>['overspent'][number]

/** What a running tally says at any moment. */
export type RunningCount = Count & { turnout: Tally['turnout'] }

/**
 * Totals of a round that grow with each ballot. A ballot that replaces an earlier one takes it out again, so the
 * totals are at any moment those of a recount, bit for bit, in whatever order ballots with distinct sequences came.
 */
export class RunningTally {
  private readonly rules: Rules
  private readonly counter: Counter
  private readonly current = new Map<Address, Current>()
  private readonly overspent = new Map<Address, Overspent>()
  private ballots = 0
  private voters = 0
  private power = 0n
  private abstentions = 0

  /** @param standing numbers that take part, ascending: voided ones are absent */
  constructor(rules: Rules, standing: readonly number[]) {
    this.rules = rules
    this.counter = METHODS[rules.method].counter(rules, standing)
  }

  /** Takes the next ballot, with the power behind it; the highest sequence counts, of equal ones the first. */
  take(ballot: VerifiedBallot, power: bigint): void {
    this.ballots += 1
    const before = this.current.get(ballot.voter)
    if (before && ballot.sequence <= before.ballot.sequence) return
    if (before) this.leave(before)
    this.current.set(ballot.voter, { ballot, power: this.enter(ballot, power) })
  }

  /** The power that the ballot counts with. */
  private enter(ballot: VerifiedBallot, power: bigint): bigint {
    if (power === 0n) return 0n
    const overspending = METHODS[this.rules.method].overspending?.(this.rules, ballot, power)
    if (overspending) {
      this.overspent.set(ballot.voter, { account: ballot.voter, ...overspending })
      return 0n
    }
    this.voters += 1
    this.power += power
    if (ballot.numbers.length === 0) this.abstentions += 1
    else this.counter.add(ballot, power)
    return power
  }

  private leave({ ballot, power }: Current): void {
    this.overspent.delete(ballot.voter)
    if (power === 0n) return
    this.voters -= 1
    this.power -= power
    if (ballot.numbers.length === 0) this.abstentions -= 1
    else this.counter.remove(ballot, power)
  }

  /** The count of the ballots taken so far. */
  count(lots: Lots): RunningCount {
    const counted = this.counter.count(lots)
    const { ballots, voters, power, abstentions } = this
    return {
      ...counted,
      detail: this.rules.method === 'quadratic' ? this.quadraticDetail() : counted.detail,
      turnout: { ballots, voters, power: String(power), abstentions },
    }
  }

  private quadraticDetail(): CountDetail {
    const byAccount = (a: Overspent, b: Overspent) => (a.account < b.account ? -1 : 1)
    return { kind: 'quadratic', overspent: [...this.overspent.values()].toSorted(byAccount) }
  }
}
