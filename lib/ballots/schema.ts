import { z } from 'zod'
import { decimalSchema } from '#lib/protocol/primitives.ts'
import { receiptSchema } from '#lib/protocol/receipt.ts'
import { signedRefusalSchema } from '#lib/protocol/refusal.ts'

export const zeroReasons = [
  'not-delegated',
  'bought-later',
  'below-minimum',
  'no-tokens',
  'wrong-chain',
] as const

/** Votes of one account at the snapshot, and why there are none. Amounts are decimal integers. */
export const eligibilitySchema = z.object({
  power: decimalSchema,
  shares: z.array(z.object({ label: z.string(), raw: decimalSchema, share: decimalSchema })),
  snapshotAt: z.int(),
  /** Number of the snapshot block; null while that moment lies ahead. */
  block: z.string().nullable(),
  reason: z.enum(zeroReasons).nullable(),
})
export type Eligibility = z.infer<typeof eligibilitySchema>

/** What a voter gets for a ballot in the log; digest is the EIP-712 digest they signed. */
export const acceptedSchema = z.object({ digest: z.string(), receipt: receiptSchema })
export type Accepted = z.infer<typeof acceptedSchema>

/** problem+json with the operator's signature under the same words. */
export const refusedSchema = z.object({
  type: z.string(),
  title: z.string(),
  detail: z.string(),
  status: z.int(),
  code: z.string(),
  next: z.string(),
  refusal: signedRefusalSchema,
  /** With `sequence-used`: the signer's last sequence. */
  lastSequence: decimalSchema.nullable(),
})
export type Refused = z.infer<typeof refusedSchema>

export const headViewSchema = z.object({
  size: z.int(),
  root: z.string(),
  signedAt: z.int(),
  signature: z.string(),
  anchorTx: z.string().nullable(),
})
export type HeadView = z.infer<typeof headViewSchema>

export const inclusionViewSchema = z.object({
  leafHash: z.string(),
  index: z.int(),
  size: z.int(),
  root: z.string(),
  path: z.array(z.string()),
})
export const consistencyViewSchema = z.object({
  first: z.int(),
  firstRoot: z.string(),
  second: z.int(),
  secondRoot: z.string(),
  path: z.array(z.string()),
})
