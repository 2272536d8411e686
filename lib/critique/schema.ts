import { z } from 'zod'
import { type FileHash, fileHashSchema } from '#lib/protocol/primitives.ts'
import type { Submission } from './picture.ts'

/** What one gate found, as stored and shown. */
export const verdictSchema = z.strictObject({
  gate: z.string(),
  version: z.string(),
  inputHash: fileHashSchema,
  passed: z.boolean(),
  score: z.int(),
  threshold: z.int(),
  /** One sentence on what was found. */
  finding: z.string().min(1).max(500),
})

export type Verdict = z.infer<typeof verdictSchema>

/** A gate of a round's rules. */
export type GateRule = { id: string; version: string; threshold: number }

export type Finding = { passed: boolean; score: number; finding: string }

/** An automatic check before admission: integers in, integers out, the same on every machine. */
export type Gate = {
  id: string
  version: string
  title: string
  /** What a creator can change when a picture does not pass. */
  advice: string
  /** What the threshold counts. */
  unit: string
  defaultThreshold: number
  /** Whether it can judge a file that did not open. */
  needsPixels: boolean
  /** What the verdict depends on besides the threshold. */
  inputHash(submission: Submission): FileHash
  judge(submission: Submission, threshold: number): Finding
}
