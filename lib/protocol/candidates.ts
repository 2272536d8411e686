import { z } from 'zod'
import { bytes32Of, bytesOf32, digestOfFileHash, fileHashOf, taggedHash } from './bytes.ts'
import { canonicalBytes } from './canonical.ts'
import { ProtocolError } from './errors.ts'
import { leafHashOf, logRoot } from './log-tree.ts'
import type { Bytes32, FileHash } from './primitives.ts'
import { addressSchema, type bytes32Schema, fileHashSchema } from './primitives.ts'

/** One line of candidates.jsonl, sorted by number (PROTOCOL 1). */
export const candidateSchema = z.strictObject({
  number: z.int().min(1).max(999_999),
  contentHash: fileHashSchema,
  contentCid: z.string().regex(/^b[a-z2-7]{50,70}$/),
  mime: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  width: z.int().min(1).max(16_384),
  height: z.int().min(1).max(16_384),
  recipeHash: fileHashSchema,
  creator: addressSchema,
  metadataHash: fileHashSchema,
  renditions: z
    .array(z.strictObject({ role: z.enum(['thumb-320', 'thumb-640']), sha256: fileHashSchema }))
    .max(8),
})

/** One line of metadata.jsonl, sorted by number; metadataHash covers it without the number. */
export const metadataSchema = z.strictObject({
  number: z.int().min(1).max(999_999),
  title: z.string().min(1).max(120),
  description: z.string().max(2000),
  alt: z.string().min(1).max(1000),
  traits: z
    .array(z.strictObject({ name: z.string().min(1).max(64), value: z.string().min(1).max(128) }))
    .max(64),
  licence: z.string().min(1).max(64),
  royaltyReceiver: addressSchema,
})

export type Candidate = z.infer<typeof candidateSchema>
export type Metadata = z.infer<typeof metadataSchema>
/** Metadata before the candidate has a number: what metadataHash covers. */
export type UnnumberedMetadata = Omit<Metadata, 'number'>

/** The frozen list of a round: what candidateRoot commits to. */
export type CandidateSet = {
  roundId: z.infer<typeof bytes32Schema>
  candidates: Candidate[]
  root: z.infer<typeof bytes32Schema>
}

/** A candidate before the round has its order: everything but the number. */
export type UnnumberedCandidate = Omit<Candidate, 'number'>

/** SHA-256(JCS(metadata without number)). */
export function metadataHashOf(metadata: UnnumberedMetadata): FileHash {
  const { title, description, alt, traits, licence, royaltyReceiver } = metadata
  return fileHashOf(canonicalBytes({ title, description, alt, traits, licence, royaltyReceiver }))
}

/** What orders the candidates of a round: SHA-256(tag "number" ‖ roundId ‖ contentHash). */
export function orderHashOf(roundId: Bytes32, contentHash: FileHash): Bytes32 {
  return bytes32Of(taggedHash('number', bytesOf32(roundId), digestOfFileHash(contentHash)))
}

/**
 * Numbers 1…N by ascending order hash, so that nobody chooses the order (PROTOCOL 1).
 * @throws ProtocolError `schema-invalid` when two candidates are the same file
 */
export function numberCandidates(roundId: Bytes32, unnumbered: readonly UnnumberedCandidate[]): Candidate[] {
  if (new Set(unnumbered.map(({ contentHash }) => contentHash)).size !== unnumbered.length) {
    throw new ProtocolError('schema-invalid', 'candidates: the same file twice')
  }
  return unnumbered
    .map((candidate) => ({ candidate, order: orderHashOf(roundId, candidate.contentHash) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ candidate }, index) => ({ ...candidate, number: index + 1 }))
}

/** Whether the candidates stand in the one order that the round's id gives them. */
export function isNumberedByHash(roundId: Bytes32, candidates: readonly Candidate[]): boolean {
  const orders = candidates.map(({ contentHash }) => orderHashOf(roundId, contentHash))
  return candidates.every(
    ({ number }, i) => number === i + 1 && (i === 0 || (orders[i - 1] ?? '') < (orders[i] ?? '')),
  )
}

/**
 * RFC 9162 root over the JCS records in the order of their numbers.
 * @throws ProtocolError `schema-invalid` when the numbers are not 1…N in order
 */
export function candidateRootOf(candidates: readonly Candidate[]): Bytes32 {
  candidates.forEach(({ number }, index) => {
    if (number !== index + 1)
      throw new ProtocolError('schema-invalid', 'candidates: {number} stands at place {place}', {
        number,
        place: index + 1,
      })
  })
  return logRoot(candidates.map((candidate) => leafHashOf(canonicalBytes(candidate))))
}
