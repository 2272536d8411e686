import { findLeaf, lastSequences } from '#lib/ballots/data.ts'
import { receiptOfLeaf } from '#lib/ballots/log-trees.ts'
import { insertRefusal } from '#lib/ballots/mutations.ts'
import { type AskedWallet, askWallet } from '#lib/ballots/wallets/data.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { readClock } from '#lib/platform/clock.ts'
import { AppError } from '#lib/platform/errors.ts'
import { takeFrom } from '#lib/platform/rate-limit.ts'
import { type BallotPost, ballotDigest, parseBallotPost } from '#lib/protocol/ballot.ts'
import { type ProtocolCode, ProtocolError } from '#lib/protocol/errors.ts'
import { weighingChains } from '#lib/protocol/power.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import { refusalDigest, type SignedRefusal } from '#lib/protocol/refusal.ts'
import { routeSignature, type SignatureRoute } from '#lib/protocol/wallet-signature.ts'
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

type Case = {
  services: Services
  round: VotingRound
  post: BallotPost
  /** Who sends, for the limit on what a chain is asked. */
  client: string
  /** The answer of the voter's contract, once it was asked. */
  wallet?: AskedWallet
}

const digestOf = ({ round, post }: Case): Bytes32 =>
  ballotDigest(post.signingChain, round.rules.collection, post.ballot)

function routeOf(given: Case): Promise<SignatureRoute> {
  const { ballot, signature } = given.post
  return routeSignature({ account: ballot.voter, digest: digestOf(given), signature })
}

async function signRefusal(given: Case, code: string): Promise<SignedRefusal> {
  const { services, round } = given
  const at = String((await readClock(services.db)).now())
  const refusal = { round: round.roundId, ballotDigest: digestOf(given), code, evidenceBlock: '0', at }
  return { refusal, signature: await services.operator().sign({ hash: refusalDigest(round.rules, refusal) }) }
}

async function take({ services, round, post, wallet }: Case): Promise<BallotAnswer> {
  const appended = await sharedIntake(services).take(round, post, wallet)
  if (appended.kind !== 'receipt') throw appended.error
  return { kind: 'accepted', digest: appended.digest, receipt: appended.receipt }
}

/** Nobody is known to have signed it: the refusal is signed but not kept, so that strangers cannot fill the table. */
async function refuseStranger(given: Case, error: ProtocolError): Promise<BallotAnswer> {
  return { kind: 'refused', error, refusal: await signRefusal(given, error.code), lastSequence: null }
}

/**
 * The same ballot again, after an answer that was lost: it is in the log, and this is its receipt. Where it is not
 * known who signed, whoever has the very bytes of the signature gets it.
 */
async function receiptAgain(given: Case, signed: boolean): Promise<BallotAnswer | null> {
  const { services, round, post } = given
  const digest = digestOf(given)
  const logged = await findLeaf(services.db, round.rowId, digest)
  if (!logged || (!signed && logged.leaf.signature !== post.signature)) return null
  return { kind: 'accepted', digest, receipt: await receiptOfLeaf(services.db, round, logged) }
}

/** The answer to a ballot at fault: kept for whoever signed it. */
async function answerFault(given: Case, error: ProtocolError): Promise<BallotAnswer> {
  const { services, round, post } = given
  const { voter } = post.ballot
  const signed = given.wallet !== undefined || (await routeOf(given)).kind === 'ecdsa'
  if (signed) await takeFrom('ballots', `voter ${voter}`)
  const again = await receiptAgain(given, signed)
  if (again) return again
  if (!signed) return refuseStranger(given, error)
  const refusal = await signRefusal(given, error.code)
  const input = { roundRowId: round.rowId, voter, signed: refusal }
  await write(services, voter, (ctx) => insertRefusal({ ctx, input }))
  const last =
    error.code === 'sequence-used' ? await lastSequences(services.db, round.rowId, [voter]) : new Map()
  return { kind: 'refused', error, refusal, lastSequence: last.get(voter) ?? null }
}

/** Asks the contract of the voter, on the chains that give weight. @throws as `askWallet`, and too-many-requests */
async function askVoter(
  { services, round, post, client }: Case,
  route: SignatureRoute,
): Promise<AskedWallet> {
  if (route.kind === 'ecdsa') throw new Error('a key signed; nobody has to be asked')
  await takeFrom('wallet', client)
  await takeFrom('wallet', `voter ${post.ballot.voter}`)
  const chains = weighingChains(round.rules).map((chainId) => ({
    chainId,
    client: services.clientFor(chainId),
  }))
  const moment = { now: (await readClock(services.db)).now(), depth: round.rules.finalityDepth }
  const asked = await askWallet(chains, route.question, moment)
  if (!asked) throw route.fault
  return asked
}

/** A ballot in order that no key signed: the contract of the voter is asked, outside of everybody's batch. */
async function acceptWallet(given: Case): Promise<BallotAnswer> {
  const again = await receiptAgain(given, false)
  if (again) return again
  let wallet: AskedWallet
  try {
    wallet = await askVoter(given, await routeOf(given))
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return refuseStranger(given, error)
  }
  try {
    return await take({ ...given, wallet })
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return answerFault({ ...given, wallet }, error)
  }
}

const NOT_BY_THE_KEY = new Set<ProtocolCode>([
  'signature-malformed',
  'signature-high-s',
  'signature-mismatch',
])

/**
 * Takes one signed ballot: into the log with a receipt, or refused with the operator's signature.
 * The same signed ballot may come any number of times; it is logged once.
 * @param body the POST body of PROTOCOL 4
 * @param client who sends it, for the limit on how often a chain is asked about contract wallets
 * @throws AppError round-unknown, operator-mismatch, too-many-requests, wallet-check-unavailable; ProtocolError
 * `schema-invalid` for what is no ballot at all
 */
export async function acceptBallot(
  services: Services,
  roundId: string,
  body: unknown,
  client = 'local',
): Promise<BallotAnswer> {
  const round = await votingRound(services, roundId)
  const post = parseBallotPost(body)
  if (round.operator !== services.operator().address.toLowerCase()) throw new AppError('operator-mismatch')
  const given: Case = { services, round, post, client }
  try {
    return await take(given)
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return NOT_BY_THE_KEY.has(error.code) ? acceptWallet(given) : answerFault(given, error)
  }
}
