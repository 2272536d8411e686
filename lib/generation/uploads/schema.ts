import { z } from 'zod'
import { fileHashSchema } from '#lib/protocol/primitives.ts'

/** Bytes of a file as it arrives, and as it is kept: those of the largest picture taken from a provider. */
export const UPLOAD_MOST_BYTES = 32 * 2 ** 20
/** Pixels of either side, and of the whole picture. */
export const UPLOAD_MOST_SIDE = 8192
export const UPLOAD_MOST_PIXELS = 40_000_000

export const UPLOAD_MIMES = ['image/png', 'image/jpeg', 'image/webp'] as const

/** A picture as it is kept: the file that hangs when a brief brings it as a finished work. */
export const uploadedSchema = z.object({
  /** Of the kept file; what a brief names. */
  sha256: fileHashSchema,
  mime: z.enum(['image/png', 'image/jpeg']),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
})
export type Uploaded = z.infer<typeof uploadedSchema>
