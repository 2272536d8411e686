import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A picture by its hashes, 64 hex digits each. */
export const soughtSchema = z.object({
  /** SHA-256 of its file. */
  sha256: hash.optional(),
  /** SHA-256 over its pixels. */
  pixels: hash.optional(),
  /** What it looks like. */
  near: hash.optional(),
})
export type Sought = z.infer<typeof soughtSchema>

/** The very file, a smaller copy made of it here, a file with the same pixels, or one that looks like it. */
export const matchSchema = z.enum(['file', 'copy', 'pixels', 'alike'])
export type Match = z.infer<typeof matchSchema>
