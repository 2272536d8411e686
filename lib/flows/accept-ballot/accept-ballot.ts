import { findLeaf, lastSequences } from '#lib/ballots/data.ts'
import { receiptOfLeaf } from '#lib/ballots/log-trees.ts'
import { insertRefusal } from '#lib/ballots/mutations.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { readClock } from '#lib/platform/clock.ts'
import { AppError } from '#lib/platform/errors.ts'
import { takeFrom } from '#lib/platform/rate-limit.ts'
import { type BallotPost, ballotDigest, parseBallotPost, recoverVoter } from '#lib/protocol/ballot.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import { refusalDigest, type SignedRefusal } from '#lib/protocol/refusal.ts'
import { sharedIntake } from './intake.ts'
import { type VotingRound, votingRound } from './voting-round.ts'

export type BallotAnswer =
  | { kind: 'accepted'; digest: Bytes32; receipt: Receipt }
  | {
      kind: 'refused'
      error: ProtocolError
      refusal: SignedRefusal
      /** With `sequence-used`, and only for who signed. */
      lastSequence: bigint | null
    }

type Case = { services: Services; round: VotingRound; post: BallotPost }

const digestOf = ({ round, post }: Case): Bytes32 =>
  ballotDigest(post.signingChain, round.rules.collection, post.ballot)

async function signRefusal(given: Case, code: string): Promise<SignedRefusal> {
  const { services, round } = given
  const at = String((await readClock(services.db)).now())
  const refusal = { round: round.roundId, ballotDigest: digestOf(given), code, evidenceBlock: '0', at }
  return { refusal, signature: await services.operator().sign({ hash: refusalDigest(round.rules, refusal) }) }
}

async function requireSigner({ round, post }: Case): Promise<void> {
  const signer = await recoverVoter(round.rules.collection, post)
  if (signer !== post.ballot.voter)
    throw new ProtocolError('signature-mismatch', 'the ballot is not signed by the account it names')
}

async function judge({ services, round, post }: Case): Promise<BallotAnswer> {
  const appended = await sharedIntake(services).take(round, post)
  if (appended.kind === 'refused') throw appended.error
  return { kind: 'accepted', digest: appended.digest, receipt: appended.receipt }
}

/** The answer to a ballot at fault, for whoever signed it. */
async function answerSigner(given: Case, error: ProtocolError): Promise<BallotAnswer> {
  const { services, round, post } = given
  const digest = digestOf(given)
  const { voter } = post.ballot
  await requireSigner(given)
  await takeFrom('ballots', `voter ${voter}`)
  const logged = await findLeaf(services.db, round.rowId, digest)
  // The same ballot again, after an answer that was lost: it is in the log, and this is its receipt.
  if (logged) return { kind: 'accepted', digest, receipt: await receiptOfLeaf(services.db, round, logged) }
  const signed = await signRefusal(given, error.code)
  const input = { roundRowId: round.rowId, voter, signed }
  await write(services, voter, (ctx) => insertRefusal({ ctx, input }))
  const last =
    error.code === 'sequence-used' ? await lastSequences(services.db, round.rowId, [voter]) : new Map()
  return { kind: 'refused', error, refusal: signed, lastSequence: last.get(voter) ?? null }
}

/**
 * Takes one signed ballot: into the log with a receipt, or refused with the operator's signature.
 * The same signed ballot may come any number of times; it is logged once.
 * @param body the POST body of PROTOCOL 4
 * @throws AppError round-unknown, operator-mismatch, too-many-requests; ProtocolError `schema-invalid` for
 * what is no ballot at all
 */
export async function acceptBallot(
  services: Services,
  roundId: string,
  body: unknown,
): Promise<BallotAnswer> {
  const round = await votingRound(services, roundId)
  const post = parseBallotPost(body)
  if (round.operator !== services.operator().address.toLowerCase()) throw new AppError('operator-mismatch')
  const given = { services, round, post }
  try {
    return await judge(given)
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    try {
      return await answerSigner(given, error)
    } catch (unsigned) {
      if (!(unsigned instanceof ProtocolError)) throw unsigned
      // Nobody is known to have signed it: the refusal is signed but not kept, so that strangers cannot fill the table.
      const refusal = await signRefusal(given, unsigned.code)
      return { kind: 'refused', error: unsigned, refusal, lastSequence: null }
    }
  }
}
