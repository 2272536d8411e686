import { z } from 'zod'
import { utf8 } from './bytes.ts'
import { assertText } from './canonical.ts'
import type { Choices } from './choices.ts'
import { resolveChoices } from './choices-text.ts'
import { ProtocolError } from './errors.ts'
import { METHODS } from './methods/registry.ts'
import {
  type Address,
  addressSchema,
  type Bytes32,
  bytes32Schema,
  hexSchema,
  uint64Schema,
} from './primitives.ts'
import type { Rules } from './rules.ts'
import { parseShape } from './shape.ts'
import { MAX_SIGNATURE_BYTES } from './signature.ts'
import type { Ballot } from './typed-data.ts'
import { typedDigest } from './typed-digest.ts'
import {
  type AskWallet,
  routeSignature,
  type SignatureCheck,
  type SignatureRoute,
  type WalletCheck,
  type WalletQuestion,
} from './wallet-signature.ts'

/** Longest note, in UTF-8 bytes. */
export const MAX_NOTE_BYTES = 500
/** How far a sequence may run ahead of the last one. */
export const MAX_SEQUENCE_STEP = 1000n
/** How far a signer's clock may run ahead, in seconds. */
export const MAX_CLOCK_LEAD_SECONDS = 120n

const AGENT = /^(?:[a-z0-9][a-z0-9._-]{0,63})?$/

/** Fields in the order of their names, in which canonical JSON writes them: what is parsed need not be sorted again. */
export const ballotSchema = z.strictObject({
  agent: z.string(),
  candidateRoot: bytes32Schema,
  choices: z.string(),
  issuedAt: uint64Schema,
  method: z.string(),
  note: z.string(),
  round: bytes32Schema,
  sequence: uint64Schema,
  validUntil: uint64Schema,
  voter: addressSchema,
})

/** Body of a posted ballot (PROTOCOL 4). `text` holds the choices when the signed field names them by hash. */
export const ballotPostSchema = z.strictObject({
  signingChain: z
    .int()
    .min(1)
    .max(2 ** 32),
  ballot: ballotSchema,
  signature: hexSchema,
  text: z.string().optional(),
})

export type BallotPost = z.infer<typeof ballotPostSchema>

/** What a ballot is judged by. */
export type BallotContext = {
  rules: Rules
  roundId: Bytes32
  candidateRoot: Bytes32
  candidateCount: number
  /** Hash of the home-chain block that holds the opening: the queues of pairwise rounds follow from it. */
  openingBlock: Bytes32 | null
  /** Unix seconds at which the log takes it; the block's time for one posted on chain. */
  acceptedAt: number
  /** The highest sequence this voter has in this round, 0n for none. */
  lastSequence: bigint
}

/** The same without the voter's other ballots. */
export type UnorderedContext = Omit<BallotContext, 'lastSequence'>

declare const verified: unique symbol
/** A ballot whose content and signature were checked; only `judgeBallot` makes one. What the tally takes. */
export type VerifiedBallot = Choices & {
  readonly voter: Address
  readonly sequence: bigint
  /** Where a contract took the signature: this ballot weighs by the strategies of that chain alone. */
  readonly wallet?: WalletAnswer
  readonly [verified]: true
}

/** What a contract was asked, and the answer that the ballot rests on. */
export type WalletAnswer = { readonly question: WalletQuestion; readonly check: WalletCheck }

/** A verified ballot as it came, with the EIP-712 digest that was signed. */
export type VerifiedPost = {
  readonly post: BallotPost
  readonly digest: Bytes32
  readonly ballot: VerifiedBallot
  readonly check: SignatureCheck
}

/**
 * @throws ProtocolError `schema-invalid`, or `signature-too-large` beyond 8,192 bytes
 */
export function parseBallotPost(value: unknown): BallotPost {
  const post = parseShape(ballotPostSchema, value, 'ballot')
  if (post.signature.length > 2 + 2 * MAX_SIGNATURE_BYTES) {
    throw new ProtocolError('signature-too-large', 'the signature has more than {most} bytes', {
      most: MAX_SIGNATURE_BYTES,
    })
  }
  return post
}

/** EIP-712 digest of a ballot on the chain it was signed for. */
export function ballotDigest(chainId: number, collection: Address, ballot: Ballot): Bytes32 {
  return typedDigest('Ballot', { chainId, collection }, ballot)
}

function assertPlace(context: UnorderedContext, { ballot, signingChain }: BallotPost): void {
  const { rules, roundId, candidateRoot } = context
  if (ballot.round !== roundId) throw new ProtocolError('ballot-round', 'the ballot is for another round')
  if (ballot.candidateRoot !== candidateRoot) {
    throw new ProtocolError('ballot-root', 'the ballot is for another list of candidates')
  }
  if (ballot.method !== rules.method)
    throw new ProtocolError('ballot-method', 'the round votes by {method}', { method: rules.method })
  if (!rules.signingChains.includes(signingChain)) {
    throw new ProtocolError('ballot-chain', "chain {signingChain} is not one of the round's signing chains", {
      signingChain,
    })
  }
}

function assertWords({ note, agent }: Ballot): void {
  try {
    assertText(note, 'note')
  } catch (cause) {
    if (cause instanceof ProtocolError)
      throw new ProtocolError('ballot-note', '{fault}', { fault: cause.said })
    throw cause
  }
  if (utf8(note).length > MAX_NOTE_BYTES) {
    throw new ProtocolError('ballot-note', 'the note has more than {most} bytes', { most: MAX_NOTE_BYTES })
  }
  if (!AGENT.test(agent)) {
    throw new ProtocolError(
      'ballot-agent',
      'agent is empty, or up to 64 of a-z, 0-9, dot, dash and underscore',
    )
  }
}

function assertMoment({ rules, acceptedAt }: UnorderedContext, { issuedAt, validUntil }: Ballot): void {
  if (acceptedAt < rules.opensAt || acceptedAt >= rules.closesAt) {
    throw new ProtocolError(
      'ballot-window',
      acceptedAt < rules.opensAt ? 'voting is not open yet' : 'voting is closed',
    )
  }
  if (BigInt(issuedAt) > BigInt(acceptedAt) + MAX_CLOCK_LEAD_SECONDS) {
    throw new ProtocolError(
      'ballot-issued-in-future',
      'the ballot was issued later than now; check the clock',
    )
  }
  if (BigInt(acceptedAt) > BigInt(validUntil)) {
    throw new ProtocolError('ballot-expired', 'the ballot was valid for a time that has passed; sign again')
  }
}

/**
 * Whether a ballot may follow a voter's last one: last < sequence ≤ last + 1000.
 * @throws ProtocolError `sequence-used`, `sequence-too-high`
 */
export function assertSequence(lastSequence: bigint, next: bigint): void {
  if (next <= lastSequence) {
    throw new ProtocolError('sequence-used', 'sequence {next} is used; the last one is {lastSequence}', {
      next,
      lastSequence,
    })
  }
  if (next > lastSequence + MAX_SEQUENCE_STEP) {
    throw new ProtocolError('sequence-too-high', 'sequence {next} is more than {step} beyond the last one', {
      next,
      step: MAX_SEQUENCE_STEP,
    })
  }
}

function checkContent(context: UnorderedContext, post: BallotPost): Choices {
  assertPlace(context, post)
  assertWords(post.ballot)
  const text = resolveChoices(post.ballot.choices, post.text)
  const { rules, roundId, candidateCount, openingBlock } = context
  const choices = METHODS[rules.method].parse(text, {
    limits: rules.limits,
    candidateCount,
    roundId,
    voter: post.ballot.voter,
    openingBlock,
  })
  assertMoment(context, post.ballot)
  return choices
}

/**
 * Whether a ballot that was judged before may be logged now: what the moment and the voter's other ballots decide. All
 * else in it cannot have changed.
 * @throws ProtocolError `ballot-window`, `ballot-issued-in-future`, `ballot-expired`, `sequence-*`
 */
export function checkTurn(context: BallotContext, { post, ballot }: VerifiedPost): void {
  assertMoment(context, post.ballot)
  assertSequence(context.lastSequence, ballot.sequence)
}

/** A ballot whose content is in order; its signature is still to be settled. */
export type InspectedBallot = {
  readonly post: BallotPost
  readonly digest: Bytes32
  readonly choices: Choices
  readonly route: SignatureRoute
}

/**
 * Checks everything in a ballot but its signature and its sequence (PROTOCOL 3): place, words, choices, moment
 * (opensAt ≤ acceptedAt < closesAt; issuedAt ≤ acceptedAt + 120; acceptedAt ≤ validUntil); and who could say whether its
 * signature holds.
 * @throws ProtocolError `ballot-*`, `choices-*`; the first that applies, in that order of checks
 */
export async function inspectBallot({
  post,
  ...context
}: UnorderedContext & { post: BallotPost }): Promise<InspectedBallot> {
  const choices = checkContent(context, post)
  const digest = ballotDigest(post.signingChain, context.rules.collection, post.ballot)
  const route = await routeSignature({ account: post.ballot.voter, digest, signature: post.signature })
  return { post, digest, choices, route }
}

async function checkOf(route: SignatureRoute, askWallet: AskWallet | undefined): Promise<SignatureCheck> {
  if (route.kind === 'ecdsa') return { kind: 'ecdsa' }
  const check = (await askWallet?.(route.question)) ?? null
  if (check === null) throw route.fault
  return check
}

/**
 * Settles the signature of an inspected ballot.
 * @param askWallet asks the contract that the voter may be; without it only what a key signed holds
 * @throws ProtocolError `signature-*` when neither the key nor the contract of the voter signed it
 */
export async function settleBallot(
  { post, digest, choices: { numbers, values }, route }: InspectedBallot,
  askWallet?: AskWallet,
): Promise<VerifiedPost> {
  const check = await checkOf(route, askWallet)
  const ballot = {
    voter: post.ballot.voter,
    sequence: BigInt(post.ballot.sequence),
    numbers,
    values,
    ...(check.kind !== 'ecdsa' && route.kind !== 'ecdsa' && { wallet: { question: route.question, check } }),
  }
  // The brand exists only in types; this is the one place that grants it.
  return { post, digest, check, ballot: ballot as typeof ballot & { readonly [verified]: true } }
}

/**
 * Checks everything about a ballot that can be said without the voter's other ballots.
 * @throws ProtocolError as `inspectBallot` and `settleBallot`
 */
export async function judgeBallot({
  askWallet,
  ...input
}: UnorderedContext & {
  post: BallotPost
  askWallet?: AskWallet | undefined
}): Promise<VerifiedPost> {
  return settleBallot(await inspectBallot(input), askWallet)
}

/**
 * Checks a ballot whole. The sequence comes last, because only the signer may learn which was their last one.
 * @throws ProtocolError as `judgeBallot`, and `sequence-used`, `sequence-too-high`
 */
export async function verifyBallot({
  lastSequence,
  ...unordered
}: BallotContext & { post: BallotPost; askWallet?: AskWallet }): Promise<VerifiedPost> {
  const judged = await judgeBallot(unordered)
  assertSequence(lastSequence, judged.ballot.sequence)
  return judged
}
