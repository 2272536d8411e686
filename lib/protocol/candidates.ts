import { z } from 'zod'
import { addressSchema, bytes32Schema, fileHashSchema } from './primitives.ts'

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
  renditions: z.array(z.strictObject({ role: z.enum(['thumb-320', 'thumb-640']), sha256: fileHashSchema })).max(8),
})

/** One line of metadata.jsonl, sorted by number; metadataHash covers it without the number. */
export const metadataSchema = z.strictObject({
  number: z.int().min(1).max(999_999),
  title: z.string().min(1).max(120),
  description: z.string().max(2000),
  alt: z.string().min(1).max(1000),
  traits: z.array(z.strictObject({ name: z.string().min(1).max(64), value: z.string().min(1).max(128) })).max(64),
  licence: z.string().min(1).max(64),
  royaltyReceiver: addressSchema,
})

export type Candidate = z.infer<typeof candidateSchema>
export type Metadata = z.infer<typeof metadataSchema>
/** Metadata before the candidate has a number: what metadataHash covers. */
export type UnnumberedMetadata = Omit<Metadata, 'number'>

/** The frozen list of a round: what candidateRoot commits to. */
export type CandidateSet = { roundId: z.infer<typeof bytes32Schema>; candidates: Candidate[]; root: z.infer<typeof bytes32Schema> }
