import { z } from 'zod'

const merits = z.object({
  provider: z.string(),
  /** 0 to 1: how near to the best of each good, by the weights of the policy. */
  score: z.number(),
  /** Of one accepted picture: millionths of a US dollar. */
  costMicroUsd: z.int(),
  /** Of one accepted picture, with the wait. */
  latencyMs: z.int(),
  /** Drawn from what the gates said so far, times the share that voters liked. */
  quality: z.number(),
  /** Milliseconds until it took another request. */
  waitMs: z.number(),
})
const never = z.object({
  provider: z.string(),
  never: z.enum(['not-asked', 'size', 'loras', 'privacy', 'licence', 'budget']),
})
const later = z.object({
  provider: z.string(),
  /** Wall time in milliseconds. */
  until: z.number(),
  because: z.literal('breaker'),
})

/** Why a picture went where it went: who was weighed, the chosen one first, and who could not be asked. */
export const decisionSchema = z.object({
  /** It tries whether a provider that failed is back. */
  trial: z.boolean(),
  considered: z.array(z.union([merits, never, later])),
})

export type DecisionRecord = z.output<typeof decisionSchema>
