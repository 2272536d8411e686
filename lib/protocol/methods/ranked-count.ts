import type { Choices } from '#lib/protocol/choices.ts'
import type { CountRound, RankedCandidate } from '#lib/protocol/result.ts'
import { type Choice, type Contest, chooseOne } from './count-back.ts'
import { ExactSums } from './exact-sums.ts'
import type { Count, Lots } from './method.ts'
import { END, Papers } from './ranked-papers.ts'

/**
 * Weights of transferred ballots are whole numbers of 10⁻⁹ of a unit of power: fractions are floored there, and what
 * that loses is published.
 */
export const TRANSFER_UNIT = 1_000_000_000n

type Input = { standing: readonly number[]; seats: number; ballots: ReadonlyMap<Choices, bigint>; lots: Lots }

/** A candidate that is out of the count, elected or eliminated, with its votes then. */
type Settled = Choice & { votes: bigint }

/** The state of a count by elimination; each step settles one candidate. Lists are by number. */
class Elimination implements Contest {
  readonly votes: bigint[]
  readonly supporters: number[]
  readonly history: bigint[][] = []
  readonly lots: Lots
  readonly rounds: CountRound[] = []
  readonly elected: Settled[] = []
  readonly eliminated: Settled[] = []
  inCount: number[] = []
  /** 1 for whom a ballot may stop at; the end of a ballot always is. */
  private readonly isOpen: Uint8Array
  private readonly papers: Papers
  private readonly piles: number[][]
  private readonly sums: ExactSums
  private exhausted = 0n
  private lost = 0n

  constructor({ standing, ballots, lots }: Input, unit: bigint) {
    this.lots = lots
    const size = (standing.at(-1) ?? 0) + 1
    this.votes = Array.from({ length: size }, () => 0n)
    this.supporters = Array.from({ length: size }, () => 0)
    this.isOpen = new Uint8Array(size)
    this.isOpen[END] = 1
    this.piles = Array.from({ length: size }, () => [])
    for (const number of standing) this.isOpen[number] = 1
    this.sums = new ExactSums(size)
    this.papers = new Papers(ballots, unit)
    for (const number of this.papers.names)
      if (number !== END && this.isOpen[number] === 1)
        this.supporters[number] = (this.supporters[number] ?? 0) + 1
    for (let paper = 0; paper < ballots.size; paper += 1) this.stop(paper, this.papers.at[paper] ?? 0)
    this.inCount = standing.filter((number) => (this.supporters[number] ?? 0) > 0)
    this.addUp()
  }

  private addUp(): void {
    for (const number of this.inCount) this.votes[number] = this.sums.of(number)
  }

  votesOf(number: number): bigint {
    return this.votes[number] ?? 0n
  }

  /** Votes of all ballots that name anybody, before the first round. */
  allVotes(): bigint {
    return this.inCount.reduce((sum, number) => sum + this.votesOf(number), 0n)
  }

  /** Takes a candidate out of the count, with the votes it has. */
  close({ number, decidedBy }: Choice): Settled {
    this.isOpen[number] = 0
    this.inCount = this.inCount.filter((other) => other !== number)
    return { number, decidedBy, votes: this.votesOf(number) }
  }

  /** Notes the round, and takes the candidate out: its ballots go on to the next work that is still in the count. */
  settle(kind: CountRound['decision']['kind'], chosen: Choice, quota: bigint | null): void {
    this.rounds.push({
      totals: this.inCount.map((number) => ({ number, votes: String(this.votesOf(number)) })),
      exhausted: String(this.exhausted),
      lost: String(this.lost),
      decision: { kind, ...chosen },
    })
    this.history.push([...this.votes])
    const settled = this.close(chosen)
    ;(kind === 'elected' ? this.elected : this.eliminated).push(settled)
    if (kind === 'eliminated') this.release(settled, 0n)
    // Whoever is elected without a quota keeps every vote.
    else if (quota !== null) this.release(settled, quota)
  }

  /** Passes on what a candidate has beyond the votes it keeps: each ballot its part, floored. */
  private release({ number, votes }: Settled, kept: bigint): void {
    const released = this.piles[number] ?? []
    this.piles[number] = []
    const surplus = votes - kept
    if (surplus <= 0n) return
    if (kept > 0n) this.lost += surplus - this.shrink(released, surplus, votes)
    for (const paper of released)
      if (!this.stop(paper, (this.papers.at[paper] ?? 0) + 1))
        this.exhausted += this.papers.weights[paper] ?? 0n
    this.addUp()
  }

  /** Leaves each ballot its part of a surplus; how much that is of all of them. */
  private shrink(papers: readonly number[], surplus: bigint, votes: bigint): bigint {
    let passed = 0n
    for (const paper of papers) {
      const weight = ((this.papers.weights[paper] ?? 0n) * surplus) / votes
      this.papers.weigh(paper, weight)
      passed += weight
    }
    return passed
  }

  /** Brings a ballot to its first work from a place on that is in the count; false where there is none left. */
  private stop(paper: number, from: number): boolean {
    const { names, at } = this.papers
    let place = from
    while (this.isOpen[names[place] ?? END] !== 1) place += 1
    at[paper] = place
    const number = names[place] ?? END
    if (number === END) return false
    this.papers.addTo(this.sums, number, paper)
    this.piles[number]?.push(paper)
    return true
  }
}

/** Instant runoff: the last one goes, one a round, until two are left; the greater of these is elected. */
function runOff(count: Elimination): void {
  while (count.inCount.length > 2) count.settle('eliminated', chooseOne(count, 'least'), null)
  if (count.inCount.length > 0) count.settle('elected', chooseOne(count, 'most'), null)
}

/** Single transferable vote: whoever has the quota is elected, the greatest first; else the last one goes. */
function transfer(count: Elimination, seats: number): bigint {
  const quota = count.allVotes() / BigInt(seats + 1) + 1n
  while (count.elected.length < seats && count.inCount.length > 0) {
    const isFilled = count.inCount.length <= seats - count.elected.length
    const most = chooseOne(count, 'most')
    const hasQuota = count.votesOf(most.number) >= quota
    if (isFilled || hasQuota) count.settle('elected', most, hasQuota ? quota : null)
    else count.settle('eliminated', chooseOne(count, 'least'), null)
  }
  return quota
}

/**
 * Candidates that were neither elected nor eliminated when the count ended, the greatest first. The last one left
 * carries what told it from the one before it.
 */
function remaining(count: Elimination): Settled[] {
  const rest: Settled[] = []
  while (count.inCount.length > 0) {
    const before = count.inCount.length === 1 ? (rest.at(-1) ?? count.elected.at(-1)) : undefined
    const { number, decidedBy } = chooseOne(count, 'most')
    rest.push(count.close({ number, decidedBy: before?.decidedBy ?? decidedBy }))
  }
  return rest
}

/**
 * Counts ranked ballots by elimination (PROTOCOL 6): instant runoff for one seat, the single transferable vote for
 * several. Works that no ballot names are not in the count, and hold no place.
 */
export function eliminate(input: Input): Count {
  const { standing, seats } = input
  const count = new Elimination(input, seats > 1 ? TRANSFER_UNIT : 1n)
  const quota = seats > 1 ? transfer(count, seats) : null
  if (quota === null) runOff(count)
  const order = [...count.elected, ...remaining(count), ...count.eliminated.toReversed()]
  const supportersOf = (number: number) => count.supporters[number] ?? 0
  const placed = order.map(({ number, votes, decidedBy }, index) => ({
    place: index + 1,
    number,
    score: String(votes),
    supporters: supportersOf(number),
    decidedBy,
  }))
  const unnamed = standing
    .filter((number) => supportersOf(number) === 0)
    .map((number) => ({ place: null, number, score: '0', supporters: 0, decidedBy: null }))
  const ranking: RankedCandidate[] = [...placed, ...unnamed]
  return {
    ranking,
    margin: (winners) =>
      lastRoundMargin(count.rounds, new Set(order.slice(0, winners).map(({ number }) => number))),
    detail:
      quota === null
        ? { kind: 'irv', quota, rounds: count.rounds }
        : { kind: 'stv', quota: String(quota), rounds: count.rounds },
  }
}

/**
 * In the last round with a candidate that was not elected: the least votes of those elected then or later, minus the
 * most votes of the others. Null when all in the count were elected, or nobody.
 */
function lastRoundMargin(rounds: readonly CountRound[], winners: ReadonlySet<number>): string | null {
  const round = rounds.findLast(({ totals }) => totals.some(({ number }) => !winners.has(number)))
  const votesOf = (isWinner: boolean) =>
    (round?.totals ?? [])
      .filter(({ number }) => winners.has(number) === isWinner)
      .map(({ votes }) => BigInt(votes))
      .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const least = votesOf(true)[0]
  const most = votesOf(false).at(-1)
  return least === undefined || most === undefined ? null : String(least - most)
}
