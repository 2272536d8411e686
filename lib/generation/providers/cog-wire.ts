import { z } from 'zod'

/** A prediction as the server tells it; what we do not read is let through. */
export const predictionSchema = z.object({
  id: z.string().optional(),
  status: z.enum(['starting', 'processing', 'succeeded', 'failed', 'canceled']),
  /** One file or several: `data:` addresses, or where the container was told to put them. */
  output: z.unknown().optional(),
  error: z.string().nullish(),
  metrics: z.object({ predict_time: z.number().optional() }).nullish(),
})

/** An answer that is no success: words of its own, or a list of what is wrong with the input. */
export const problemSchema = z.object({
  error: z.string().nullish(),
  detail: z
    .union([
      z.string(),
      z.array(z.object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string() })),
    ])
    .nullish(),
})

/** How the container is (GET health-check); always answered with 200. */
export const healthSchema = z.object({
  status: z.string(),
  version: z.object({ coglet: z.string().optional(), cog: z.string().nullish() }).nullish(),
})

/** What the model takes (GET openapi.json). */
export const modelSchema = z.object({
  components: z.object({
    schemas: z.object({ Input: z.object({ properties: z.record(z.string(), z.unknown()) }) }),
  }),
})

export type Prediction = z.infer<typeof predictionSchema>
