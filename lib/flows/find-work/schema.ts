import { z } from 'zod'
import { matchSchema, soughtSchema } from '#lib/candidates/likeness/schema.ts'
import { candidateViewSchema } from '#lib/candidates/schema.ts'
import { addressSchema, bytes32Schema, decimalSchema, fileHashSchema } from '#lib/protocol/primitives.ts'

export const findQuery = soughtSchema.refine(
  ({ sha256, pixels, near }) => sha256 !== undefined || pixels !== undefined || near !== undefined,
  { message: 'sha256, pixels or near', path: ['sha256'] },
)

/** A hung work that a picture is or looks like. Addresses are paths on this server. */
export const foundWorkSchema = z.object({
  match: matchSchema,
  /** Bits of `near` that differ, of 256; null unless it is only alike. */
  distance: z.int().nullable(),
  work: candidateViewSchema,
  recipeHash: fileHashSchema,
  round: z.object({
    id: bytes32Schema,
    slug: z.string(),
    title: z.string(),
    community: z.object({ slug: z.string(), name: z.string() }),
    chainId: z.int(),
    collection: addressSchema,
  }),
  /** Its place among the winners; null before the close, and for a work that was not chosen. */
  place: z.int().nullable(),
  token: z.object({ id: decimalSchema, page: z.string() }).nullable(),
  page: z.string(),
  metadata: z.string(),
})
export type FoundWork = z.infer<typeof foundWorkSchema>

export const foundWorksSchema = z.object({ items: z.array(foundWorkSchema), nextCursor: z.null() })
