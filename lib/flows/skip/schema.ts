import { z } from 'zod'
import { bytes32Schema } from '#lib/protocol/primitives.ts'

/** Where a round's clock can be moved to. */
export const skipStages = ['briefs-end', 'opening', 'close', 'challenge-end'] as const
export type SkipStage = (typeof skipStages)[number]

export const skipSchema = z.strictObject({ round: bytes32Schema, to: z.enum(skipStages) })

/** The one move that a round's page offers now. */
export type SkipOffer = {
  round: string
  to: SkipStage
  /** Rounds that nobody opened and that would be cancelled on the way. */
  missed: string[]
}
