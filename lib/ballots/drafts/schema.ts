import { z } from 'zod'
import { addressSchema } from '#lib/protocol/primitives.ts'

/** As many as a round may hang, and then some. */
const MOST_WORKS = 20_000
const MOST_DUELS = 20_000
/** More than a ballot's note may hold: a draft is still being shortened. */
const NOTE_CHARACTERS = 4_000

// What PostgreSQL would not take into JSON.
const isText = (text: string) => text.isWellFormed() && !text.includes('\u0000')

const workNumber = z.int().min(1).max(999_999)
const workNumbers = z.array(workNumber).max(MOST_WORKS)

/** Everything that one voter filled in for one round before signing, whatever its method. */
export const draftSchema = z.strictObject({
  picks: workNumbers,
  passes: workNumbers,
  /** One to five, for the voter's own order. */
  ratings: z.array(z.tuple([workNumber, z.int().min(1).max(5)])).max(MOST_WORKS),
  /** Single: the work that counts. */
  chosen: workNumber.nullable(),
  /** Shares, votes or points by work. */
  values: z.array(z.tuple([workNumber, workNumber])).max(MOST_WORKS),
  /** Ranked: from the first place down. */
  order: workNumbers,
  /** Answers to the first duels of the voter's queue: `l`ow, `h`igh, `t`ied, `s`kipped. */
  duels: z
    .string()
    .regex(/^[lhts]*$/)
    .max(MOST_DUELS),
  note: z.string().max(NOTE_CHARACTERS).refine(isText, 'no NUL and no half of a character'),
})
export type BallotDraft = z.infer<typeof draftSchema>

/** 0 where nothing is kept. */
const versionSchema = z.int().min(0)

/** What is kept for the account that is signed in; `draft` is null where nothing is. */
export const draftAnswerSchema = z.object({
  address: addressSchema,
  version: versionSchema,
  /** Unix seconds of wall time. */
  savedAt: z.int().nullable(),
  draft: draftSchema.nullable(),
})
export type DraftAnswer = z.infer<typeof draftAnswerSchema>

/** A draft to keep, whose it is, and the version that it rests on. */
export const keepDraftSchema = z.strictObject({
  address: addressSchema,
  base: versionSchema,
  draft: draftSchema,
})
export type KeepDraft = z.infer<typeof keepDraftSchema>

/** problem+json with what is kept beside it. */
export const staleDraftSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.literal('draft-stale'),
  next: z.string(),
  stored: draftAnswerSchema,
})
