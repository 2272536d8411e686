import { judgeBallot, parseBallotPost, type UnorderedContext, type VerifiedBallot } from './ballot.ts'
import { hexToBytes } from './bytes.ts'
import { parseCanonical } from './canonical.ts'
import { type ProtocolCode, ProtocolError } from './errors.ts'
import type { PostedRecord } from './evidence.ts'
import { type Leaf, parseLeaf } from './leaf.ts'
import { leafHashOf } from './log-tree.ts'
import type { Bytes32 } from './primitives.ts'

/** What ballots of one round are judged by. */
export type BallotRound = Omit<UnorderedContext, 'acceptedAt'>

/** What can be said of one ballot without the others; its sequence is judged among them. */
export type Verdict =
  | { kind: 'sound'; ballot: VerifiedBallot }
  | { kind: 'refused'; code: ProtocolCode; message: string }

/** One line of the log: no leaf at all, or a leaf with what its ballot is worth; `verdict` is null without a round. */
export type JudgedLine =
  | { kind: 'unreadable'; code: ProtocolCode; message: string }
  | { kind: 'leaf'; hash: Bytes32; acceptedAt: number; verdict: Verdict | null }

/** Judges lines of the log, each without its newline; the answers stand in the same order. */
export type LineJudge = (round: BallotRound | null, lines: readonly Uint8Array[]) => Promise<JudgedLine[]>

function refusalOf(error: unknown): { code: ProtocolCode; message: string } {
  if (!(error instanceof ProtocolError)) throw error
  return { code: error.code, message: error.message }
}

async function verdictOf(round: BallotRound, value: unknown, acceptedAt: number): Promise<Verdict> {
  try {
    const { ballot } = await judgeBallot({ ...round, post: parseBallotPost(value), acceptedAt })
    return { kind: 'sound', ballot }
  } catch (error) {
    return { kind: 'refused', ...refusalOf(error) }
  }
}

/** What the ballot of a leaf is worth. */
export function judgeLeaf(round: BallotRound, leaf: Leaf): Promise<Verdict> {
  const { signingChain, ballot, signature, text, acceptedAt } = leaf
  return verdictOf(
    round,
    { signingChain, ballot, signature, ...(text !== undefined && { text }) },
    acceptedAt,
  )
}

/** What a posted ballot is worth: judged at the time of its block. */
export async function judgePosted(round: BallotRound, { ballot, anchor }: PostedRecord): Promise<Verdict> {
  let value: unknown
  try {
    value = parseCanonical(hexToBytes(ballot))
  } catch (error) {
    return { kind: 'refused', ...refusalOf(error) }
  }
  return verdictOf(round, value, anchor.blockTime)
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
