import {
  type BallotPost,
  inspectBallot,
  judgeBallot,
  parseBallotPost,
  settleBallot,
  type UnorderedContext,
  type VerifiedBallot,
} from './ballot.ts'
import { hexToBytes } from './bytes.ts'
import { parseCanonical } from './canonical.ts'
import { type ProtocolCode, ProtocolError } from './errors.ts'
import type { PostedRecord } from './evidence.ts'
import { type Leaf, parseLeaf } from './leaf.ts'
import { leafHashOf } from './log-tree.ts'
import { weighingChains } from './power.ts'
import type { Address, Bytes32 } from './primitives.ts'
import type { Said } from './said.ts'
import type { SignatureCheck, WalletCheck, WalletQuestion } from './wallet-signature.ts'

/** What ballots of one round are judged by. */
export type BallotRound = Omit<UnorderedContext, 'acceptedAt'>

/** What can be said of one ballot without the others; its sequence is judged among them. */
export type Verdict =
  | { kind: 'sound'; ballot: VerifiedBallot }
  | { kind: 'refused'; code: ProtocolCode; said: Said }

/** A posted ballot that no key signed: whether a contract did, only the chain can tell. */
export type OpenBallot = { kind: 'open'; voter: Address }

/** Asks the chain whether a contract took a signature when its ballot was posted; rejects where it does not answer. */
export type AskPosted = (question: WalletQuestion, anchor: PostedRecord['anchor']) => Promise<boolean>

/** One line of the log: no leaf at all, or a leaf with what its ballot is worth; `verdict` is null without a round. */
export type JudgedLine =
  | { kind: 'unreadable'; code: ProtocolCode; said: Said }
  | { kind: 'leaf'; hash: Bytes32; acceptedAt: number; verdict: Verdict | null }

/** Judges lines of the log, each without its newline; the answers stand in the same order. */
export type LineJudge = (round: BallotRound | null, lines: readonly Uint8Array[]) => Promise<JudgedLine[]>

function refusalOf(error: unknown): { code: ProtocolCode; said: Said } {
  if (!(error instanceof ProtocolError)) throw error
  return { code: error.code, said: error.said }
}

async function verdictFrom<T>(judge: () => Promise<T>): Promise<T | Extract<Verdict, { kind: 'refused' }>> {
  try {
    return await judge()
  } catch (error) {
    return { kind: 'refused', ...refusalOf(error) }
  }
}

/** What the log says about a signature has to be what could be said of it. */
function recordedAnswer({ rules }: BallotRound, check: SignatureCheck) {
  return async (question: WalletQuestion): Promise<WalletCheck | null> => {
    if (check.kind === 'ecdsa') return null
    if (check.kind !== question.kind)
      throw new ProtocolError('signature-check', 'the signature is one for {kind}', { kind: question.kind })
    if (!weighingChains(rules).includes(check.chainId))
      throw new ProtocolError('signature-check', 'chain {chainId} gives no weight in this round', {
        chainId: check.chainId,
      })
    return check
  }
}

/** What the ballot of a leaf is worth; that a contract took its signature is taken as recorded. */
export function judgeLeaf(round: BallotRound, leaf: Leaf): Promise<Verdict> {
  const { signingChain, ballot, signature, text, acceptedAt } = leaf
  return verdictFrom(async () => {
    const post = parseBallotPost({ signingChain, ballot, signature, ...(text !== undefined && { text }) })
    const askWallet = recordedAnswer(round, leaf.check)
    const judged = await judgeBallot({ ...round, post, acceptedAt, askWallet })
    if (judged.check.kind !== leaf.check.kind)
      throw new ProtocolError('signature-check', 'the key of the voter signed; no contract has to be asked')
    return { kind: 'sound', ballot: judged.ballot }
  })
}

/**
 * What a posted ballot is worth: judged at the time of its block, and a contract's signature by its home chain after
 * that block. Rejects as `ask` does.
 */
export function judgePosted(
  round: BallotRound,
  { ballot, anchor }: PostedRecord,
  ask?: AskPosted,
): Promise<Verdict | OpenBallot> {
  return verdictFrom(async () => {
    const post: BallotPost = parseBallotPost(parseCanonical(hexToBytes(ballot)))
    const inspected = await inspectBallot({ ...round, post, acceptedAt: anchor.blockTime })
    if (inspected.route.kind !== 'ecdsa' && !ask) return { kind: 'open', voter: post.ballot.voter }
    const { chainId } = round.rules
    const { blockNumber, blockHash } = anchor
    const settled = await settleBallot(inspected, async (question) =>
      (await ask?.(question, anchor)) ? { kind: question.kind, chainId, blockNumber, blockHash } : null,
    )
    return { kind: 'sound', ballot: settled.ballot }
  })
}

async function judgeLine(round: BallotRound | null, line: Uint8Array): Promise<JudgedLine> {
  let leaf: Leaf
  try {
    leaf = parseLeaf(line)
  } catch (error) {
    return { kind: 'unreadable', ...refusalOf(error) }
  }
  const verdict = round && (await judgeLeaf(round, leaf))
  return { kind: 'leaf', hash: leafHashOf(line), acceptedAt: leaf.acceptedAt, verdict }
}

/** Judges lines one after the other, here. */
export const judgeLines: LineJudge = async (round, lines) => {
  const judged: JudgedLine[] = []
  for (const line of lines) judged.push(await judgeLine(round, line))
  return judged
}
