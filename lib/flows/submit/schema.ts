import { z } from 'zod'
import { signedBriefSchema } from '#lib/generation/schema.ts'
import { bytes32Schema } from '#lib/protocol/primitives.ts'

/** What the form sends: the round beside the signed brief. */
export const submitBriefSchema = signedBriefSchema.extend({ roundId: bytes32Schema })

export const roundParamsSchema = z.object({ id: bytes32Schema })

export const progressQuerySchema = z.object({
  /** EIP-712 digest of the brief. */
  brief: bytes32Schema,
})
