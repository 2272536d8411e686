import { assertSequence, type VerifiedBallot } from './ballot.ts'
import { type ProtocolCode, ProtocolError } from './errors.ts'
import type { PostedRecord } from './evidence.ts'
import {
  type AskPosted,
  type BallotRound,
  judgeLeaf,
  judgePosted,
  type OpenBallot,
  type Verdict,
} from './judge-lines.ts'
import type { Leaf } from './leaf.ts'
import type { Address } from './primitives.ts'
import type { Said } from './said.ts'

/** Why one ballot does not count; `index` is its place in the log or among the posted ones, from 0. */
export type BallotFault = { index: number; code: ProtocolCode; said: Said }

export type BallotSet = {
  /** Log order, then posted ones in chain order: what the tally takes. */
  ballots: VerifiedBallot[]
  /** Leaves that should never have been logged. A sound log has none. */
  logFaults: BallotFault[]
  /** Posted bytes that are no valid ballot. Anyone may post anything, so these accuse nobody. */
  postedFaults: BallotFault[]
  /** Ballots of the log that a contract signed. */
  wallets: { index: number; ballot: VerifiedBallot }[]
  /** Posted ballots that only the chain can judge, and was not asked: with one, the set is not known. */
  open: { index: number; voter: Address }[]
}

/** Collects the ballots of a round in their order: the whole log first, then what was posted. */
export class BallotCollector {
  readonly set: BallotSet = { ballots: [], logFaults: [], postedFaults: [], wallets: [], open: [] }
  private readonly last = new Map<Address, bigint>()
  private logged = 0
  private posted = 0

  /** Takes the next ballot of the log. */
  addLogged(verdict: Verdict): void {
    const ballot = this.add(this.set.logFaults, this.logged, verdict)
    if (ballot?.wallet) this.set.wallets.push({ index: this.logged, ballot })
    this.logged += 1
  }

  /** Takes the next posted ballot. */
  addPosted(verdict: Verdict | OpenBallot): void {
    if (verdict.kind === 'open') this.set.open.push({ index: this.posted, voter: verdict.voter })
    else this.add(this.set.postedFaults, this.posted, verdict)
    this.posted += 1
  }

  private add(faults: BallotFault[], index: number, verdict: Verdict): VerifiedBallot | null {
    if (verdict.kind === 'refused') {
      faults.push({ index, code: verdict.code, said: verdict.said })
      return null
    }
    const { ballot } = verdict
    try {
      assertSequence(this.last.get(ballot.voter) ?? 0n, ballot.sequence)
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      faults.push({ index, code: error.code, said: error.said })
      return null
    }
    this.last.set(ballot.voter, ballot.sequence)
    this.set.ballots.push(ballot)
    return ballot
  }
}

type BallotSetInput = BallotRound & {
  leaves: readonly Leaf[]
  posted: readonly PostedRecord[]
  askPosted?: AskPosted | undefined
}

/**
 * The ballots of a round (PROTOCOL 4): sealed log ∪ valid posted ballots, so that leaving a ballot out of the log
 * has no effect. A posted ballot is judged at the time of its block, its sequence after the whole log.
 */
export async function ballotSetOf({
  leaves,
  posted,
  askPosted,
  ...round
}: BallotSetInput): Promise<BallotSet> {
  const collector = new BallotCollector()
  for (const leaf of leaves) collector.addLogged(await judgeLeaf(round, leaf))
  for (const record of posted) collector.addPosted(await judgePosted(round, record, askPosted))
  return collector.set
}

/** Every account with a ballot, sorted: whose power has to be read. */
export function votersOf(ballots: readonly VerifiedBallot[]): Address[] {
  return [...new Set(ballots.map(({ voter }) => voter))].toSorted()
}
