import { z } from 'zod'

/** A prediction as Replicate's HTTP API and webhooks give it; what we do not read is let through. */
export const predictionSchema = z.object({
  id: z.string().min(1).max(128),
  status: z.enum(['starting', 'processing', 'succeeded', 'failed', 'canceled', 'aborted']),
  model: z.string().optional(),
  version: z.string().nullish(),
  /** Left out where an answer is only a summary. */
  input: z.record(z.string(), z.unknown()).nullish(),
  output: z.unknown().optional(),
  error: z.unknown().optional(),
  data_removed: z.boolean().optional(),
  created_at: z.string(),
  completed_at: z.string().nullish(),
  metrics: z.object({ predict_time: z.number().optional() }).nullish(),
})

export const predictionPageSchema = z.object({
  results: z.array(predictionSchema),
  next: z.string().nullish(),
})

/** Whose token it is (GET account), and a model by its name (GET models/{owner}/{name}). */
export const accountSchema = z.object({ username: z.string() })
export const modelSchema = z.object({ owner: z.string(), name: z.string() })

/** `detail` of an error answer; Replicate sends problem-like JSON, and a proxy may send anything. */
export const problemSchema = z.object({ title: z.string().optional(), detail: z.string().optional() })

export type Prediction = z.infer<typeof predictionSchema>
