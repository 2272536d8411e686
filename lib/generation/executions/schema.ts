import { z } from 'zod'
import { weightsSchema } from '#lib/generation/routing/policy.ts'

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
  /** In a row, when it was left alone. */
  failures: z.int().optional(),
  /** Until when, wall time in milliseconds; null while another picture tried it. */
  opensAtMs: z.number().nullish(),
})

/** Why a picture went where it went: who was weighed, the chosen one first, and who could not be asked. */
export const decisionSchema = z.object({
  /** It tries whether a provider that failed is back. */
  trial: z.boolean(),
  /** What decided: the creator's own choice, the model of the work that is varied, or the round by these weights. */
  by: z.union([z.enum(['creator', 'model']), weightsSchema]).optional(),
  considered: z.array(z.union([merits, never, later])),
})

export type DecisionRecord = z.output<typeof decisionSchema>

/** What a provider's last attempts came to. Money in millionths of a US dollar, times in milliseconds. */
export type ProviderStats = {
  /** Attempts that have ended; one that was called off counts for nothing. */
  succeeded: number
  failed: number
  /** By the gates, of the pictures that came. */
  accepted: number
  refused: number
  /** From asking to the file; null before the first. */
  medianMs: number | null
  slowMs: number | null
  chargedMicroUsd: number
  /** All that was charged, by the works that were accepted; null before the first. */
  costPerAcceptedMicroUsd: number | null
}

/** Money set aside and spent, and what bounds it: null when nothing does. Millionths of a US dollar. */
export type BudgetStanding = {
  limitMicroUsd: number | null
  reservedMicroUsd: number
  spentMicroUsd: number
}

/** One time that a provider was asked for a picture, as the desk tells of it. Wall time in milliseconds. */
export type AttemptView = {
  id: string
  /** EIP-712 digest of the brief, what it asks for, and which of its pictures, from 1. */
  brief: string
  words: string
  position: number
  /** From 0, as its creator asked for it again. */
  try: number
  /** From 1, as providers were asked for that try. */
  attempt: number
  provider: string
  model: string
  startedAtMs: number
  endedAtMs: number | null
  /** `succeeded`, `cancelled`, or the kind of failure; null while it goes on. */
  outcome: string | null
  accepted: boolean | null
  /** What it came to; while it goes on what was set aside. Millionths of a US dollar. */
  costMicroUsd: number
  decision: DecisionRecord
  /** A rendition of the work that hangs. */
  picture: { src: string; width: number; height: number; contentHash: string } | null
}

/** A provider of this instance, as it stands with a round. */
export type ProviderStanding = {
  id: string
  model: string
  breaker: {
    state: 'closed' | 'open' | 'half-open'
    /** In a row. */
    failures: number
    /** Nothing goes there before; wall time in milliseconds. */
    untilMs: number | null
  }
  /** By its own word nothing is taken before; null when it has said nothing. */
  retryAtMs: number | null
  running: number
  concurrency: number
  /** Of the round's last attempts. */
  stats: ProviderStats
  month: BudgetStanding
}

/** What a director sees of how pictures are made. */
export type RoutingDesk = {
  /** Wall time in milliseconds, when this was read. */
  nowMs: number
  budget: BudgetStanding
  providers: ProviderStanding[]
  /** The newest first. */
  attempts: AttemptView[]
  /** How many attempts the figures are of. */
  counted: number
}
