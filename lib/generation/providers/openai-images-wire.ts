import { z } from 'zod'

/** One picture, in the answer itself or behind an address. */
const imageSchema = z
  .object({
    b64_json: z.string().min(1).nullish(),
    url: z.string().min(1).nullish(),
    /** Words that the host used instead of ours. */
    revised_prompt: z.string().nullish(),
  })
  .refine(({ b64_json, url }) => b64_json || url)

const usageSchema = z.object({
  input_tokens: z.int().nonnegative(),
  output_tokens: z.int().nonnegative(),
  input_tokens_details: z
    .object({
      text_tokens: z.int().nonnegative().default(0),
      image_tokens: z.int().nonnegative().default(0),
    })
    .nullish(),
})

/**
 * The answer to POST images/generations; what we do not read is let through. One without a picture is not
 * understood, so that nobody takes it for a refusal and pays again.
 */
export const imagesSchema = z.object({
  /** Together names its requests. */
  id: z.string().nullish(),
  data: z.tuple([imageSchema]).rest(z.unknown()),
  output_format: z.enum(['png', 'jpeg', 'webp']).nullish(),
  quality: z.string().nullish(),
  size: z.string().nullish(),
  usage: usageSchema.nullish().catch(null),
})

const modelSchema = z.object({ id: z.string() })

/** What a host has (GET models): OpenAI sends a page, Together the bare list. */
export const modelsSchema = z.union([
  z.object({ data: z.array(modelSchema) }).transform(({ data }) => data),
  z.array(modelSchema),
])

/** An error answer; `error` is an object with most hosts, and some send only words. */
export const problemSchema = z.object({
  error: z.union([
    z.string().transform((message) => ({ message, type: null, code: null })),
    z.object({
      message: z.string().nullish(),
      type: z.string().nullish(),
      code: z.union([z.string(), z.number().transform(String)]).nullish(),
    }),
  ]),
})

export type Images = z.infer<typeof imagesSchema>
export type Usage = z.infer<typeof usageSchema>
