import type { VerifiedBallot } from './ballot.ts'
import type { Candidate } from './candidates.ts'
import { ProtocolError } from './errors.ts'
import type { ChainPowers } from './power.ts'
import type { Address, Bytes32 } from './primitives.ts'
import type { Tally } from './result.ts'
import type { Rules } from './rules.ts'
import { RunningTally } from './running-tally.ts'
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
  /** The same by chain, for ballots of contract wallets. */
  chainPowers?: ChainPowers
  tieSeed: TieSeed
}

/**
 * Counts a round (PROTOCOL 6): exact integers, and the same result for every order of ballots with distinct
 * sequences.
 * Throws `tie-seed-missing` for a seed that is not the first block after the close, `power-invalid` for a voter
 * whose power is not given.
 */
export function tally(input: TallyInput): Tally {
  const { rules, roundId, candidates, tieSeed } = input
  requireTieSeed(rules, tieSeed)
  const voided = [...new Set(input.voids.map(({ number }) => number))].toSorted((a, b) => a - b)
  const gone = new Set(voided)
  const standing = candidates.filter(({ number }) => !gone.has(number))

  const running = new RunningTally(
    rules,
    standing.map(({ number }) => number),
  )
  for (const ballot of input.ballots) running.take(ballot, weightOf(ballot, input))

  const contents = new Map(standing.map(({ number, contentHash }) => [number, contentHash]))
  const lots = (number: number) => {
    const contentHash = contents.get(number)
    return contentHash ? tieLot(roundId, tieSeed.blockHash, contentHash) : ''
  }
  const { ranking, turnout, margin, detail } = running.count(lots)
  const measured = rules.quorum.kind === 'voters' ? BigInt(turnout.voters) : BigInt(turnout.power)
  const quorum = { ...rules.quorum, reached: measured >= BigInt(rules.quorum.value) }
  const winners = ranking
    .filter(({ place }) => quorum.reached && place !== null && place <= rules.places)
    .map(({ number }, index) => ({ rank: index + 1, number }))
  return {
    method: rules.method,
    turnout,
    quorum,
    tieSeed: seedOf(tieSeed),
    ranking,
    winners,
    margin: margin(winners.length),
    voided,
    ...(detail && { count: detail }),
  }
}

type Powers = Pick<TallyInput, 'powers' | 'chainPowers'>

/** What a ballot weighs: all of its voter's power, or what the chain gives whose contract took its signature. */
export function weightOf({ voter, wallet }: VerifiedBallot, { powers, chainPowers }: Powers): bigint {
  const power = wallet ? chainPowers?.(voter, wallet.check.chainId) : powers.get(voter)
  if (power === undefined)
    throw new ProtocolError('power-invalid', 'no power is recorded for {voter}', { voter })
  return power
}

/** The ballot that counts for each voter: the highest sequence, and of equal ones the first. */
export function currentBallots(ballots: readonly VerifiedBallot[]): VerifiedBallot[] {
  const current = new Map<Address, VerifiedBallot>()
  for (const ballot of ballots) {
    const before = current.get(ballot.voter)
    if (!before || ballot.sequence > before.sequence) current.set(ballot.voter, ballot)
  }
  return [...current.values()]
}

function seedOf({ blockNumber, blockHash, timestamp, parentTimestamp }: TieSeed): TieSeed {
  return { blockNumber, blockHash, timestamp, parentTimestamp }
}
