import { z } from 'zod'

/** The network's answer to a request it has taken (POST generate/async). */
export const acceptedSchema = z.object({
  id: z.uuid(),
  kudos: z.number().optional(),
})

/** How a request stands (GET generate/check); what we do not read is let through. */
export const checkSchema = z.object({
  waiting: z.int(),
  processing: z.int(),
  done: z.boolean(),
  faulted: z.boolean(),
  is_possible: z.boolean().default(true),
  /** Seconds until it is done, by the network's guess. */
  wait_time: z.number().default(0),
  /** Requests before it. */
  queue_position: z.int().default(0),
  kudos: z.number().default(0),
})

const generationSchema = z.object({
  /** An address while `r2` is asked for. */
  img: z.string(),
  seed: z.coerce.string(),
  id: z.string().optional(),
  worker_id: z.string(),
  worker_name: z.string(),
  model: z.string(),
  state: z.string().default('ok'),
  censored: z.boolean().default(false),
  gen_metadata: z.array(z.object({ type: z.string(), value: z.string() })).nullish(),
})

/** The same with what was made (GET generate/status): asked for once, it may be asked ten times a minute. */
export const statusSchema = checkSchema.extend({
  generations: z.array(generationSchema),
  /** The network may show the picture to others. */
  shared: z.boolean().optional(),
})

/** An error answer: words, and one of the network's stable codes. */
export const problemSchema = z.object({ message: z.string().optional(), rc: z.string().optional() })

/** Whose key it is (GET find_user). */
export const userSchema = z.object({ username: z.string() })

/** Models with how many volunteers serve each and how many requests wait (GET status/models). */
export const modelsSchema = z.array(
  z.object({ name: z.string(), count: z.int(), jobs: z.number().default(0) }),
)

export type Check = z.infer<typeof checkSchema>
export type Status = z.infer<typeof statusSchema>
