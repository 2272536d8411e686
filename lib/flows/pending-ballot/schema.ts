import { z } from 'zod'
import { ballotPostSchema, ballotSchema } from '#lib/protocol/ballot.ts'
import {
  type Address,
  addressSchema,
  type Bytes32,
  bytes32Schema,
  hexSchema,
} from '#lib/protocol/primitives.ts'
import { receiptSchema } from '#lib/protocol/receipt.ts'

/** Names a pending ballot, and is all that keeps its choices private: 192 random bits. */
export const pendingKeySchema = z.string().regex(/^[A-Za-z0-9_-]{32}$/)

export const pendingParamsSchema = z.object({ id: bytes32Schema, key: pendingKeySchema })

/** A ballot that nobody signed yet. */
export const startPendingSchema = ballotPostSchema.omit({ signature: true })

/**
 * An owner's signature; or that the Safe signed on chain; or neither, which sends what is there, as after a chain
 * that did not answer or a threshold that was lowered.
 */
export const signPendingSchema = z.union([
  z.strictObject({ signature: hexSchema }),
  z.strictObject({ onChain: z.literal(true) }),
  z.strictObject({}),
])
export type SignPending = z.infer<typeof signPendingSchema>

export const pendingViewSchema = z.object({
  key: pendingKeySchema,
  /** EIP-712 digest of the ballot: the message that the Safe signs. */
  digest: bytes32Schema,
  signingChain: z.int(),
  ballot: ballotSchema,
  text: z.string().optional(),
  /** As of the newest block. */
  safe: z.object({
    chainId: z.int(),
    address: addressSchema,
    owners: z.array(addressSchema),
    threshold: z.int(),
  }),
  signed: z.array(z.object({ owner: addressSchema, at: z.int() })),
  /** Who signed and is no owner any more: these signatures do not count. */
  gone: z.array(addressSchema),
  state: z.enum(['collecting', 'taken', 'refused', 'closed']),
  /** Why the log refused it, for good. */
  refused: z.object({ code: z.string(), title: z.string(), next: z.string() }).nullable(),
  receipt: receiptSchema.nullable(),
})
export type PendingView = z.infer<typeof pendingViewSchema>

/** What an owner's wallet signs so that a Safe signs a digest (Safe 1.3 and later). */
export function safeMessage(safe: { chainId: number; address: Address }, digest: Bytes32) {
  return {
    domain: { chainId: safe.chainId, verifyingContract: safe.address },
    types: { SafeMessage: [{ name: 'message', type: 'bytes' }] },
    primaryType: 'SafeMessage',
    message: { message: digest },
  } as const
}
