import { z } from 'zod'
import { briefSchema } from '#lib/protocol/brief.ts'
import { promptOpeningSchema } from '#lib/protocol/brief-private.ts'
import { metadataSchema } from '#lib/protocol/candidates.ts'
import {
  type Address,
  addressSchema,
  bytes32Schema,
  decimalSchema,
  fileHashSchema,
} from '#lib/protocol/primitives.ts'
import { type Recipe, recipeSchema } from '#lib/protocol/recipe.ts'

export const renditionSchema = z.object({
  role: z.enum(['thumb-640', 'thumb-320']),
  sha256: fileHashSchema,
  mime: z.literal('image/webp'),
  width: z.int(),
  height: z.int(),
})
export type RenditionRecord = z.infer<typeof renditionSchema>

/** metadataHash covers this: the metadata without a number. */
export const unnumberedMetadataSchema = metadataSchema.omit({ number: true })

/** A work on the wall. Addresses are paths on this server. */
export const candidateViewSchema = z.object({
  /** Null until admission has ended. */
  number: z.int().nullable(),
  contentHash: fileHashSchema,
  title: z.string(),
  creator: addressSchema,
  creatorName: z.string(),
  /** What it was made with, on one line. */
  medium: z.string(),
  /** Pixels. */
  width: z.int(),
  height: z.int(),
  thumb: z.object({
    src640: z.string(),
    src320: z.string(),
    /** Base64. */
    thumbhash: z.string(),
  }),
  alt: z.string(),
  src: z.string(),
  /** Set once it is minted. */
  tokenId: decimalSchema.nullable(),
})
export type CandidateView = z.infer<typeof candidateViewSchema>

declare const passed: unique symbol
/** A work that passed every gate of its round; only data.ts makes one, from the table of admitted works. */
export type PassedCandidate = CandidateView & { readonly [passed]: true }

export type CandidatePage = { items: PassedCandidate[]; nextCursor: string | null }

export const verdictViewSchema = z.object({
  gate: z.string(),
  version: z.string(),
  inputHash: fileHashSchema,
  passed: z.boolean(),
  score: z.int(),
  threshold: z.int(),
  finding: z.string(),
})

/** A work with everything behind it: what its verso shows. */
export const workViewSchema = candidateViewSchema.extend({
  description: z.string(),
  traits: z.array(z.object({ name: z.string(), value: z.string() })),
  licence: z.string(),
  royaltyReceiver: addressSchema,
  mime: z.string(),
  byteLength: z.int(),
  contentCid: z.string(),
  pixelHash: fileHashSchema,
  renditions: z.array(renditionSchema),
  metadata: unnumberedMetadataSchema,
  metadataHash: fileHashSchema,
  recipe: recipeSchema,
  recipeHash: fileHashSchema,
  /** Of the works that the recipe names as parents, those that hang here. */
  parents: z.array(
    z.object({
      contentHash: fileHashSchema,
      number: z.int().nullable(),
      title: z.string(),
      creatorName: z.string(),
      roundSlug: z.string(),
    }),
  ),
  brief: z.object({
    digest: bytes32Schema,
    /** Exactly what the creator signed. */
    message: briefSchema,
    signature: z.string(),
    /** What a private prompt seals, once its creator has revealed it; null otherwise. */
    words: promptOpeningSchema.nullable(),
    /** Unix seconds of the instance's clock. */
    acceptedAt: z.int(),
  }),
  /** Who rendered it and what they reported; somebody's word, not part of the recipe. */
  execution: z.object({
    provider: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  verdicts: z.array(verdictViewSchema),
  /** Unix seconds of the instance's clock. */
  admittedAt: z.int(),
  /** The canonical candidate record, once numbered. */
  record: z.string().nullable(),
})
export type WorkView = z.infer<typeof workViewSchema>

/** What a hash on the back of a work covers. */
export const workPartSchema = z.enum(['brief', 'prompt', 'recipe', 'metadata', 'record'])
export type WorkPart = z.infer<typeof workPartSchema>

/** A work with where it hangs and what it was made from. */
export type HungWorkView = { work: PassedCandidate; round: { slug: string; title: string }; recipe: Recipe }

/** A creator's works in whatever rounds they hang, the newest first. */
export type CreatorView = {
  address: Address
  /** As the newest of them has it; a name is given with each brief, and signed by nobody. */
  name: string
  /** What older works have instead, the newest first. */
  otherNames: string[]
  works: { work: PassedCandidate; round: { slug: string; title: string } }[]
  workCount: number
  roundCount: number
}

/** A minted work with the place it was chosen for. */
export type MintedWork = {
  work: PassedCandidate
  tokenId: string
  rank: number
  round: { slug: string; title: string; roundIndex: number }
  community: { slug: string; name: string }
  /** Unix seconds of the block. */
  mintedAt: number
}

/** Most works that one report names; a page sends what it collected every few seconds. */
export const MOST_IMPRESSIONS = 200

/** Works that somebody looked at, each once a device. Nothing is said of who. */
export const impressionsSchema = z.object({
  numbers: z
    .array(z.int().min(1).max(999_999))
    .min(1)
    .max(MOST_IMPRESSIONS)
    .transform((numbers) => [...new Set(numbers)].sort((a, b) => a - b)),
})

/** `12-3f9a`: the epoch whose impressions an order is made from, and what a visitor was dealt. */
export const dealSchema = z.string().regex(/^(0|[1-9]\d{0,8})-[0-9a-f]{4}$/)

/** What is published of how often works were seen: per work, and no more. */
export const exposureSchema = z.object({
  epoch: z.int(),
  /** Unix seconds of the instance's clock; null at epoch 0, where nothing was seen yet. */
  takenAt: z.int().nullable(),
  /** Of the works #1 … #N. */
  impressions: z.array(z.int()),
  /** The newest epoch that there is. */
  newest: z.int(),
})
export type ExposureRecord = z.infer<typeof exposureSchema>

/** Ways to hang a round: by what was seen least, by number, by creator's name, by colour. */
export const hangOrderSchema = z.enum(['fair', 'number', 'creator', 'colour'])
export type HangOrder = z.infer<typeof hangOrderSchema>

/** All works of a numbered round in an order, with what laying them out needs: no picture, no words. */
export const hangSchema = z.object({
  order: hangOrderSchema,
  /** Which fair order it is; null for the others. */
  deal: dealSchema.nullable(),
  numbers: z.array(z.int()),
  /** Width to height of each, in thousandths. */
  ratios: z.array(z.int()),
})
export type Hang = z.infer<typeof hangSchema>
