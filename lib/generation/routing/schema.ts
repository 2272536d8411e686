import { z } from 'zod'

/** Pictures that a batch may have. */
export const MOST_IN_A_BATCH = 10_000

const microUsd = z.int().min(0)

/** What a batch of pictures would be at one provider. Money in millionths of a US dollar. */
export const batchQuoteSchema = z.object({
  provider: z.string(),
  model: z.string(),
  /** Terms of the model, and what may be done with its pictures. */
  licence: z.string(),
  outputs: z.enum(['any-use', 'non-commercial', 'unknown']),
  seesThePrompt: z.enum(['this-server', 'provider', 'strangers']),
  /** Why it would not be asked, as the round is set; null when it would. */
  never: z.enum(['not-asked', 'size', 'loras', 'privacy', 'licence', 'budget']).nullable(),
  /** Of the whole batch. */
  costMicroUsd: microUsd,
  /** Of one work that the gates accept, by what they said of it so far. */
  costPerAcceptedMicroUsd: microUsd,
  /** What the gates are expected to accept, of a thousand. */
  acceptedPermille: z.int().min(0).max(1000),
  /** Of one picture: the median of its last runs, or what is published before the first. */
  latencyMs: z.int().min(0),
  /** From now until the last picture is there, if it made all of them. */
  finishMs: z.int().min(0),
  /** Whether the whole batch fits into what is left: of the round, and of the provider's month. */
  budget: z.enum(['fits', 'over-round', 'over-month']),
  /** Pictures that are paid for by what is left; null when nothing bounds them. */
  affordable: z.int().nullable(),
})
export type BatchQuote = z.infer<typeof batchQuoteSchema>

/** One batch at every provider, those that would be asked first, the cheapest first. */
export const batchQuotesSchema = z.object({
  count: z.int().min(1).max(MOST_IN_A_BATCH),
  items: z.array(batchQuoteSchema),
  nextCursor: z.null(),
})
export type BatchQuotes = z.infer<typeof batchQuotesSchema>
