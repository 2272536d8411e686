import { signAs, voterOf } from '#bench/ballots/signed-ballots.ts'
import { type BallotPost, ballotDigest } from '#lib/protocol/ballot.ts'
import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import type { RoundView } from '#lib/rounds/schema.ts'

export type Cast = { voter: string; sequence?: number; choices?: string; now: number }

/** A ballot for a round that is open for votes, signed by a voter of the benches. */
export function signedPost({ rules, roundId, candidateRoot }: RoundView, cast: Cast): BallotPost {
  const ballot = {
    round: roundId ?? ZERO_BYTES32,
    candidateRoot: candidateRoot ?? ZERO_BYTES32,
    voter: voterOf(cast.voter),
    method: rules.method,
    choices: cast.choices ?? '#1',
    note: '',
    sequence: String(cast.sequence ?? 1),
    issuedAt: String(cast.now),
    validUntil: String(rules.closesAt),
    agent: '',
  }
  const digest = ballotDigest(rules.chainId, rules.collection, ballot)
  return { signingChain: rules.chainId, ballot, signature: signAs(cast.voter, digest) }
}
