import { z } from 'zod'
import { addressSchema, bytes32Schema, decimalSchema } from '#lib/protocol/primitives.ts'
import { receiptSchema } from '#lib/protocol/receipt.ts'
import { signedRefusalSchema } from '#lib/protocol/refusal.ts'
import { TOKEN_IDS } from '#lib/protocol/strategy.ts'

export const zeroReasons = [
  'not-delegated',
  'bought-later',
  'held-too-short',
  'below-minimum',
  'no-tokens',
  'not-on-list',
  'wrong-chain',
] as const
export type ZeroReason = (typeof zeroReasons)[number]

/** What one strategy gives an account. Raw, share and block are null while its chain does not answer. */
export const eligibilityShareSchema = z.object({
  strategy: z.enum([...TOKEN_IDS, 'merkle-allowlist', 'fixed']),
  label: z.string(),
  chainId: z.int().nullable(),
  token: addressSchema.nullable(),
  raw: decimalSchema.nullable(),
  share: decimalSchema.nullable(),
  /** Number of the snapshot block of its chain. */
  block: z.string().nullable(),
  reason: z.enum(zeroReasons).nullable(),
  /** With a reason: what the account has of the token now. */
  held: decimalSchema.nullable(),
  /** With `wrong-chain`: where the account holds the token. */
  elsewhere: z.int().nullable(),
  pending: z.boolean(),
})
export type EligibilityShare = z.infer<typeof eligibilityShareSchema>

/** Votes of one account at the snapshot, and why there are none. Amounts are decimal integers. */
export const eligibilitySchema = z.object({
  account: addressSchema,
  power: decimalSchema,
  /** Of the shares, before the total cap. */
  sum: decimalSchema,
  powerCap: decimalSchema.nullable(),
  shares: z.array(eligibilityShareSchema),
  snapshotAt: z.int(),
  /** Number of the snapshot block, of the home chain if votes are read there; null while that moment lies ahead. */
  block: z.string().nullable(),
  reason: z.enum(zeroReasons).nullable(),
  /** A chain does not answer: power is what the others give. */
  pending: z.boolean(),
})
export type Eligibility = z.infer<typeof eligibilitySchema>

/** A list that was taken: what a strategy names it by. */
export const keptAllowlistSchema = z.object({ root: bytes32Schema, rows: z.int() })
export type KeptAllowlist = z.infer<typeof keptAllowlistSchema>

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
