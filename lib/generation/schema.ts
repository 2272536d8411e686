import { z } from 'zod'
import { modelTermsSchema } from '#lib/generation/licensing/schema.ts'
import { briefSchema } from '#lib/protocol/brief.ts'
import { type PromptOpening, promptOpeningSchema } from '#lib/protocol/brief-private.ts'
import { bytes32Schema, fileHashSchema, hexSchema } from '#lib/protocol/primitives.ts'
import * as words from '#messages/generation/schema.ts'

/** In place of a provider: whichever is best by the round's policy when the picture's turn comes. */
export const ANY_PROVIDER = 'any'

/** Pictures that one brief may ask for. */
export const MOST_PICTURES = 8

/** A signed brief as the form and the API send it. */
export const signedBriefSchema = z.strictObject({
  brief: briefSchema.extend({
    count: z.int().min(1).max(MOST_PICTURES, words.atOnce(MOST_PICTURES)),
  }),
  /** 65 bytes, by the account that the brief names. */
  signature: hexSchema,
  /** What the label says beside the work; not signed. */
  creatorName: z
    .string()
    .trim()
    .min(1, words.name)
    .max(60, words.mostLetters(60))
    .transform((name) => name.normalize('NFC'))
    .refine((name) => !/\p{C}/u.test(name), words.lettersOnly),
  provider: z.string().min(1).max(40).default('procedural'),
  /** What a private prompt seals; kept for the worker, and shown to the creator alone. */
  words: promptOpeningSchema.optional(),
})

export type SignedBrief = z.output<typeof signedBriefSchema>
export type SignedBriefInput = z.input<typeof signedBriefSchema>

/** A provider as the form offers it. */
export const providerViewSchema = z.object({
  id: z.string(),
  model: z.string(),
  /** Millionths of a US dollar for one picture. */
  costMicroUsd: z.int(),
  latencyMs: z.int(),
  seesThePrompt: z.enum(['this-server', 'provider', 'strangers']),
})
export type ProviderView = z.infer<typeof providerViewSchema>

const findingSchema = z.object({
  gate: z.string(),
  title: z.string(),
  passed: z.boolean(),
  score: z.int(),
  threshold: z.int(),
  finding: z.string(),
  /** What to change; null when it passed. */
  advice: z.string().nullable(),
})

/** One picture of a brief, and where its last try stands. */
export const pictureProgressSchema = z.object({
  taskId: z.uuid(),
  index: z.int(),
  /** From 0. */
  try: z.int(),
  /** How often its creator may still ask for it again; 0 while it is made, and once it hangs. */
  triesLeft: z.int(),
  provider: z.string(),
  seed: z.string(),
  attempts: z.int(),
  /** The file, once there is one; shown for a work that was turned away too. */
  contentHash: fileHashSchema.nullable(),
  title: z.string().nullable(),
  /** What a variation moved, in a word or two; null when nothing was. */
  moved: z.string().nullable(),
  /** Renditions of a work that hangs. Addresses are paths on this server; sizes in pixels are of the work. */
  picture: z
    .object({
      src320: z.string(),
      src640: z.string(),
      /** Base64. */
      thumbhash: z.string(),
      width: z.int(),
      height: z.int(),
    })
    .nullable(),
  state: z.enum(['queued', 'rendering', 'passed', 'turned-away', 'failed']),
  /** Why it waits, was turned away or failed; null when there is nothing to say. */
  reason: z.object({ code: z.string(), cause: z.string(), next: z.string() }).nullable(),
  findings: z.array(findingSchema),
})
export type PictureProgress = z.infer<typeof pictureProgressSchema>

export const briefProgressSchema = z.object({
  items: z.array(pictureProgressSchema),
  nextCursor: z.null(),
  /** Whether every picture has come to its end; only a further try begins again. */
  settled: z.boolean(),
  /** Sequence of the last event that is in these items: where a stream goes on. */
  lastEvent: z.int(),
})
export type BriefProgress = z.infer<typeof briefProgressSchema>

/** The words of a private prompt, and whether everybody may read them. */
export type PromptWords = Pick<PromptOpening, 'text'> & { revealed: boolean }

/** What a creator signed, beside the progress of its pictures. */
export type SignedBriefView = {
  prompt: string
  /** What a private prompt seals, for its creator, and once it is revealed for all; null otherwise. */
  words: PromptWords | null
  traits: string
  creatorName: string
  count: number
  provider: string
  /** Unix seconds of the instance's clock. */
  acceptedAt: number
  /** Signed by whoever is signed in. */
  mine: boolean
}

/** A brief in the list of its creator's. */
export type BriefLine = Pick<SignedBriefView, 'prompt' | 'words' | 'traits' | 'acceptedAt'> & {
  digest: string
  round: { roundId: string; slug: string; title: string }
  pictures: PictureProgress['state'][]
}

/** What a creator gets for a brief. */
export const acceptedBriefSchema = z.object({
  digest: bytes32Schema,
  tasks: z.array(z.object({ id: z.uuid(), index: z.int(), seed: z.string() })),
})
export type AcceptedBrief = z.infer<typeof acceptedBriefSchema>

/** Facts of the making, kept beside the recipe. Times are wall time in Unix seconds. */
export const executionSchema = z.object({
  provider: z.string(),
  submittedAt: z.int().optional(),
  finishedAt: z.int().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** Under which the model was had when it was asked; not in older records. */
  terms: modelTermsSchema.optional(),
  /** While the provider lets it wait: requests before it, seconds until it is done. */
  waiting: z.object({ ahead: z.int(), seconds: z.int() }).optional(),
  description: z
    .object({
      title: z.string(),
      alt: z.string(),
      medium: z.string(),
      traits: z.array(z.object({ name: z.string(), value: z.string() })),
    })
    .nullable()
    .default(null),
})
export type Execution = z.infer<typeof executionSchema>

/** Works of a round that are with volunteers now. */
export const volunteerQueueSchema = z.object({
  waiting: z.int(),
  /** The one that is next, by the network's guess; null while nothing is known. */
  next: z.object({ ahead: z.int(), seconds: z.int() }).nullable(),
})
export type VolunteerQueue = z.infer<typeof volunteerQueueSchema>
