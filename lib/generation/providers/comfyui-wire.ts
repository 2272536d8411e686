import { z } from 'zod'

/** The server's answer to a workflow that it has queued (POST prompt). One too old to take our id gives its own. */
export const acceptedSchema = z.object({ prompt_id: z.string().min(1).max(128) })

/** `[number, prompt_id, …]`: the smaller the number, the sooner. */
const queuedSchema = z.tuple([z.number(), z.string()], z.unknown())

export const queueSchema = z.object({
  queue_running: z.array(queuedSchema),
  queue_pending: z.array(queuedSchema),
})

const savedSchema = z.object({
  filename: z.string().min(1),
  subfolder: z.string().default(''),
  type: z.string().default('output'),
})

/** What became of a workflow; what we do not read is let through. */
const entrySchema = z.object({
  outputs: z.record(z.string(), z.object({ images: z.array(savedSchema).optional() })),
  status: z
    .object({
      status_str: z.string(),
      messages: z.array(z.tuple([z.string(), z.unknown()], z.unknown())).default([]),
    })
    .nullish(),
})

/** Ended workflows by their id (GET history/{id}): none where it is not known. */
export const historySchema = z.record(z.string(), entrySchema)

/** Why a node failed, and when something happened, in milliseconds (entries of `messages`). */
export const nodeErrorSchema = z.object({
  node_type: z.string().default(''),
  exception_type: z.string().default(''),
  exception_message: z.string().default(''),
})
export const timeSchema = z.object({ timestamp: z.number() })

const reasonSchema = z.object({ message: z.string(), details: z.string().default('') })

/** Why a workflow was not queued: of the whole, and of nodes. A proxy before the server may send anything. */
export const problemSchema = z.object({
  error: z.union([reasonSchema, z.string().transform((message) => ({ message, details: '' }))]),
  node_errors: z
    .record(z.string(), z.object({ errors: z.array(reasonSchema) }))
    .catch({})
    .default({}),
})

export const statsSchema = z.object({
  system: z.object({ comfyui_version: z.string().default('unknown') }),
  devices: z.array(z.object({ name: z.string() })).default([]),
})

/** What a kind of node takes (GET object_info/{kind}): `[names, …]`, or of late `["COMBO", {options: names}]`. */
const choiceSchema = z.union([
  z.tuple([z.array(z.string())], z.unknown()).transform(([names]) => names),
  z
    .tuple([z.string(), z.object({ options: z.array(z.string()) })], z.unknown())
    .transform(([, to]) => to.options),
])

/** The files that an input of a kind of node may name. */
export const filesSchema = (kind: string, input: string) =>
  z
    .object({ [kind]: z.object({ input: z.object({ required: z.object({ [input]: choiceSchema }) }) }) })
    .transform((info) => info[kind]?.input.required[input] ?? [])

export type Queue = z.infer<typeof queueSchema>
export type Entry = z.infer<typeof entrySchema>
