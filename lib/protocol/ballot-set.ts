import { parseBallotPost, type VerifiedBallot, verifyBallot } from './ballot.ts'
import { hexToBytes } from './bytes.ts'
import { parseCanonical } from './canonical.ts'
import { type ProtocolCode, ProtocolError } from './errors.ts'
import type { PostedRecord } from './evidence.ts'
import type { Leaf } from './leaf.ts'
import type { Address, Bytes32 } from './primitives.ts'
import type { Rules } from './rules.ts'

/** Why one ballot does not count; `index` is its place in the log or among the posted ones, from 0. */
export type BallotFault = { index: number; code: ProtocolCode; message: string }

export type BallotSet = {
  /** Log order, then posted ones in chain order: what the tally takes. */
  ballots: VerifiedBallot[]
  /** Leaves that should never have been logged. A sound log has none. */
  logFaults: BallotFault[]
  /** Posted bytes that are no valid ballot. Anyone may post anything, so these accuse nobody. */
  postedFaults: BallotFault[]
}

type BallotSetInput = {
  rules: Rules
  roundId: Bytes32
  candidateRoot: Bytes32
  candidateCount: number
  leaves: readonly Leaf[]
  posted: readonly PostedRecord[]
}

/**
 * The ballots of a round (PROTOCOL 4): sealed log ∪ valid posted ballots, so that leaving a ballot out of the log
 * has no effect. A posted ballot is judged at the time of its block, its sequence after the whole log.
 */
export async function ballotSetOf({ leaves, posted, ...round }: BallotSetInput): Promise<BallotSet> {
  const set: BallotSet = { ballots: [], logFaults: [], postedFaults: [] }
  const last = new Map<Address, bigint>()
  const take = async (value: () => unknown, acceptedAt: number): Promise<VerifiedBallot> => {
    const post = parseBallotPost(value())
    const lastSequence = last.get(post.ballot.voter) ?? 0n
    const ballot = await verifyBallot({ ...round, post, acceptedAt, lastSequence })
    last.set(ballot.voter, ballot.sequence)
    set.ballots.push(ballot)
    return ballot
  }
  for (const [index, leaf] of leaves.entries()) {
    await collect(set.logFaults, index, () => take(() => postOf(leaf), leaf.acceptedAt))
  }
  for (const [index, { ballot, anchor }] of posted.entries()) {
    const parse = () => parseCanonical(hexToBytes(ballot))
    await collect(set.postedFaults, index, () => take(parse, anchor.blockTime))
  }
  return set
}

function postOf({ signingChain, ballot, signature, text }: Leaf) {
  return text === undefined ? { signingChain, ballot, signature } : { signingChain, ballot, signature, text }
}

async function collect(faults: BallotFault[], index: number, part: () => Promise<unknown>): Promise<void> {
  try {
    await part()
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    faults.push({ index, code: error.code, message: error.message })
  }
}

/** Every account with a ballot, sorted: whose power has to be read. */
export function votersOf(ballots: readonly VerifiedBallot[]): Address[] {
  return [...new Set(ballots.map(({ voter }) => voter))].toSorted()
}
