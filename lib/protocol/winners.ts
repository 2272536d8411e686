import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { z } from 'zod'
import type { Candidate, Metadata } from './candidates.ts'
import { ProtocolError } from './errors.ts'
import { type Address, addressSchema, type Bytes32, bytes32Schema, ZERO_BYTES32 } from './primitives.ts'
import type { SealedResult } from './result.ts'
import type { Rules } from './rules.ts'
import { tokenDigestOf, tokenDocument } from './token-document.ts'

/** One line of winners.jsonl, sorted by rank: what one mint is proven against. */
export const winnerSchema = z.strictObject({
  rank: z.int().min(1).max(200),
  number: z.int().min(1).max(999_999),
  tokenDigest: bytes32Schema,
  recipient: addressSchema,
})
export type WinnerRow = z.infer<typeof winnerSchema>

const LEAF_TYPES = ['bytes32', 'uint32', 'uint32', 'bytes32', 'address']
type WinnerLeaf = [Bytes32, number, number, Bytes32, Address]

/** A candidate with its metadata, found by number. */
export function workOf(
  works: { candidates: readonly Candidate[]; metadata: readonly Metadata[] },
  number: number,
): { candidate: Candidate; metadata: Metadata } {
  const candidate = works.candidates.find((row) => row.number === number)
  const metadata = works.metadata.find((row) => row.number === number)
  if (!candidate || !metadata) throw new ProtocolError('schema-invalid', 'no candidate #{number}', { number })
  return { candidate, metadata }
}

/** Winners by rank, with the digest of each token document and who receives the token. */
export function winnerRows(input: {
  rules: Rules
  result: SealedResult
  candidates: readonly Candidate[]
  metadata: readonly Metadata[]
}): WinnerRow[] {
  const { rules, result } = input
  return result.winners.map(({ rank, number }) => {
    const { candidate, metadata } = workOf(input, number)
    const tokenDigest = tokenDigestOf(tokenDocument(rules, candidate, metadata, result))
    return { rank, number, tokenDigest, recipient: recipientOf(rules, candidate) }
  })
}

function recipientOf(rules: Rules, candidate: Candidate): Address {
  if (rules.recipient.kind === 'creator') return candidate.creator
  if (rules.recipient.kind === 'treasury') return rules.treasury
  if (rules.recipient.address === null)
    throw new ProtocolError('schema-invalid', 'recipient.kind is sale, but there is no address')
  return rules.recipient.address
}

function treeOf(roundId: Bytes32, rows: readonly WinnerRow[]): StandardMerkleTree<WinnerLeaf> {
  return StandardMerkleTree.of(
    rows.map((row) => leafOf(roundId, row)),
    LEAF_TYPES,
  )
}

function leafOf(roundId: Bytes32, row: WinnerRow): WinnerLeaf {
  return [roundId, row.rank, row.number, row.tokenDigest, row.recipient]
}

/** Root of the winners tree (OpenZeppelin Standard form); zero when nobody won. */
export function winnersRoot(roundId: Bytes32, rows: readonly WinnerRow[]): Bytes32 {
  return rows.length === 0 ? ZERO_BYTES32 : (treeOf(roundId, rows).root as Bytes32)
}

/** Siblings from one winner's leaf to the root: the proof that mintWinner takes. */
export function winnerProof(roundId: Bytes32, rows: readonly WinnerRow[], rank: number): Bytes32[] {
  const index = rows.findIndex((row) => row.rank === rank)
  if (index < 0) throw new ProtocolError('proof-invalid', 'no winner has rank {rank}', { rank })
  return treeOf(roundId, rows).getProof(index) as Bytes32[]
}

/** The rows in ascending order of their leaf hash, as mintWinners takes them. */
export function winnersInLeafOrder(roundId: Bytes32, rows: readonly WinnerRow[]): WinnerRow[] {
  if (rows.length === 0) return []
  const tree = treeOf(roundId, rows)
  return rows
    .map((row) => ({ row, hash: tree.leafHash(leafOf(roundId, row)) }))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ row }) => row)
}
