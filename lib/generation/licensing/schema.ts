import { z } from 'zod'
import type { ModelTerms } from '#lib/generation/port.ts'

/** What the terms of one thing that a work is made of, and those of its round, cannot agree on. */
export const conflictSchema = z.object({
  of: z.enum(['model', 'lora', 'input', 'parent']),
  /** Its terms: SPDX id or the vendor's name; null where nobody says. */
  licence: z.string().nullable(),
  because: z.enum(['non-commercial', 'share-alike', 'attribution', 'no-derivatives', 'unknown']),
})

export type Conflict = z.output<typeof conflictSchema>

/** `ModelTerms` as a record keeps them. */
export const modelTermsSchema = z.object({
  licence: z.string(),
  outputs: z.enum(['any-use', 'non-commercial', 'unknown']),
  attribution: z.literal(true).exactOptional(),
  shareAlike: z.literal(true).exactOptional(),
  behaviour: z.literal(true).exactOptional(),
}) satisfies z.ZodType<ModelTerms>
