import { z } from 'zod'
import { signedBriefSchema } from '#lib/generation/schema.ts'
import { bytes32Schema } from '#lib/protocol/primitives.ts'

/** What the form sends: the round beside the signed brief. */
export const submitBriefSchema = signedBriefSchema.extend({ roundId: bytes32Schema })

export const roundParamsSchema = z.object({ id: bytes32Schema })

/** EIP-712 digest of the brief. */
export const briefParamsSchema = roundParamsSchema.extend({ digest: bytes32Schema })

export const pictureParamsSchema = roundParamsSchema.extend({ task: z.uuid() })

export const progressQuerySchema = z.object({
  /** EIP-712 digest of the brief. */
  brief: bytes32Schema,
})

export const streamQuerySchema = progressQuerySchema.extend({
  /** Sequence of the last event that the client has; `Last-Event-ID` wins over it. */
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
})

/** A further try at a picture. */
export const retriedSchema = z.object({ taskId: z.uuid() })
