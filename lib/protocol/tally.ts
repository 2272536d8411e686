import type { VerifiedBallot } from './ballot.ts'
import type { Candidate } from './candidates.ts'
import { ProtocolError } from './errors.ts'
import { approvalSupport, type Support, type WeighedBallot } from './methods/approval.ts'
import type { Address, Bytes32 } from './primitives.ts'
import type { RankedCandidate, Tally } from './result.ts'
import type { Rules } from './rules.ts'
import { requireTieSeed, type TieSeed, tieLot } from './tie.ts'

export type TallyInput = {
  rules: Rules
  roundId: Bytes32
  candidates: readonly Candidate[]
  /** Candidates voided on chain before closesAt; a number may stand more than once. */
  voids: readonly { number: number }[]
  /** Log order, then posted ones by block and log index. */
  ballots: readonly VerifiedBallot[]
  /** Power of every account with a ballot, zero included: a missing one is an unread token, not a zero. */
  powers: ReadonlyMap<Address, bigint>
  tieSeed: TieSeed
}

/**
 * Counts a round (PROTOCOL 6): exact integers, and the same result for every order of ballots with distinct
 * sequences.
 * Throws `tie-seed-missing` for a seed that is not the first block after the close, `power-invalid` for a voter
 * whose power is not given.
 */
export function tally(input: TallyInput): Tally {
  const { rules, candidates, powers, tieSeed } = input
  requireTieSeed(rules, tieSeed)
  const voided = [...new Set(input.voids.map(({ number }) => number))].toSorted((a, b) => a - b)
  const gone = new Set(voided)
  const standing = candidates.filter(({ number }) => !gone.has(number))

  const counted = weigh(currentBallots(input.ballots), powers)
  const support = METHODS[rules.method](
    standing.map(({ number }) => number),
    counted,
  )
  const turnout = {
    ballots: input.ballots.length,
    voters: counted.length,
    power: String(counted.reduce((sum, ballot) => sum + ballot.power, 0n)),
    abstentions: counted.filter((ballot) => ballot.numbers.length === 0).length,
  }
  const measured = rules.quorum.kind === 'voters' ? BigInt(turnout.voters) : BigInt(turnout.power)
  const quorum = { ...rules.quorum, reached: measured >= BigInt(rules.quorum.value) }
  const ranking = rank(input, standing, support)
  const winners = ranking
    .filter(({ place }) => quorum.reached && place !== null && place <= rules.places)
    .map(({ number }, index) => ({ rank: index + 1, number }))
  const margin = marginOf(ranking, winners.length)
  return { method: rules.method, turnout, quorum, tieSeed: seedOf(tieSeed), ranking, winners, margin, voided }
}

const METHODS = { approval: approvalSupport } as const

/** The ballot that counts for each voter: the highest sequence, and of equal ones the first. */
function currentBallots(ballots: readonly VerifiedBallot[]): VerifiedBallot[] {
  const current = new Map<Address, VerifiedBallot>()
  for (const ballot of ballots) {
    const before = current.get(ballot.voter)
    if (!before || ballot.sequence > before.sequence) current.set(ballot.voter, ballot)
  }
  return [...current.values()]
}

function weigh(ballots: readonly VerifiedBallot[], powers: ReadonlyMap<Address, bigint>): WeighedBallot[] {
  const weighed: WeighedBallot[] = []
  for (const { voter, numbers } of ballots) {
    const power = powers.get(voter)
    if (power === undefined) throw new ProtocolError('power-invalid', `no power is recorded for ${voter}`)
    if (power > 0n) weighed.push({ power, numbers })
  }
  return weighed
}

function rank(input: TallyInput, standing: readonly Candidate[], support: ReadonlyMap<number, Support>) {
  const { roundId, tieSeed } = input
  const rows = standing.map((candidate) => {
    const { score, supporters } = support.get(candidate.number) ?? { score: 0n, supporters: 0 }
    // Only supported candidates can hold a place, so the others need no lot.
    const lot = score > 0n ? tieLot(roundId, tieSeed.blockHash, candidate.contentHash) : ''
    return { number: candidate.number, score, supporters, lot }
  })
  type Row = (typeof rows)[number]
  const compare = (a: Row, b: Row) => {
    if (a.score !== b.score) return a.score > b.score ? -1 : 1
    if (a.supporters !== b.supporters) return b.supporters - a.supporters
    if (a.lot !== b.lot) return a.lot < b.lot ? -1 : 1
    return a.number - b.number
  }
  const sorted = rows.toSorted(compare)
  return sorted.map((row, index): RankedCandidate => {
    const place = row.score > 0n ? index + 1 : null
    const neighbours = [sorted[index - 1], sorted[index + 1]].filter((other) => other !== undefined)
    const equals = neighbours.filter((other) => other.score === row.score)
    const alike = equals.some((other) => other.supporters === row.supporters)
    const decidedBy = place === null ? null : alike ? 'lot' : equals.length > 0 ? 'supporters' : 'score'
    return { place, number: row.number, score: String(row.score), supporters: row.supporters, decidedBy }
  })
}

/** Score of the last winner minus that of the first candidate outside; null without one of the two. */
function marginOf(ranking: readonly RankedCandidate[], winners: number): string | null {
  const last = ranking[winners - 1]
  const outside = ranking[winners]
  return last && outside ? String(BigInt(last.score) - BigInt(outside.score)) : null
}

function seedOf({ blockNumber, blockHash, timestamp, parentTimestamp }: TieSeed): TieSeed {
  return { blockNumber, blockHash, timestamp, parentTimestamp }
}
