import { z } from 'zod'

/** Ids go into paths and columns. */
const requestIdSchema = z.string().regex(/^[\w-]{1,128}$/)

/** The queue's answer to a request it has taken (POST {app}); what we do not read is let through. */
export const acceptedSchema = z.object({ request_id: requestIdSchema })

/** How a request stands (GET …/status). A run that failed is completed too: its result says so. */
export const statusSchema = z.object({
  status: z.enum(['IN_QUEUE', 'IN_PROGRESS', 'COMPLETED']),
  metrics: z.object({ inference_time: z.number().nullish() }).nullish(),
})

/** What a model for pictures has made (GET …/requests/{id}). */
export const outputSchema = z.object({
  images: z.array(z.object({ url: z.string() })).default([]),
  seed: z.union([z.string(), z.number()]).nullish(),
  has_nsfw_concepts: z.array(z.boolean()).nullish(),
  prompt: z.string().nullish(),
})

/** `detail` of an error: a sentence with a type beside it, or a list of what the model did not like. */
export const problemSchema = z.object({
  detail: z
    .union([z.string(), z.array(z.object({ msg: z.string().default(''), type: z.string() }))])
    .optional(),
  error_type: z.string().optional(),
})

/** The body of a webhook. `payload` is the output, or the problem. */
export const reportSchema = z.object({
  request_id: requestIdSchema,
  status: z.enum(['OK', 'ERROR']),
  payload: z.unknown().optional(),
  error: z.string().nullish(),
})

/** A page of the account's history (GET models/requests/by-endpoint). */
export const historySchema = z.object({
  items: z.array(
    z.object({
      request_id: requestIdSchema,
      sent_at: z.string().nullish(),
      status_code: z.number().nullish(),
      /** Left out where the account lets nothing be stored. */
      json_input: z.unknown().optional(),
    }),
  ),
  next_cursor: z.string().nullish(),
})

/** A model by its id (GET models?endpoint_id=). */
export const modelsSchema = z.object({ models: z.array(z.object({ endpoint_id: z.string() })) })

/** Keys that webhooks are signed with (GET .well-known/jwks.json). */
export const keySetSchema = z.object({ keys: z.array(z.unknown()).max(64) })
export const signingKeySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})

export type Output = z.infer<typeof outputSchema>
export type Past = z.infer<typeof historySchema>['items'][number]
export type Report = z.infer<typeof reportSchema>
export type Problem = z.infer<typeof problemSchema>
