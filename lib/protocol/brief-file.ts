import { z } from 'zod'
import { briefSchema } from './brief.ts'
import { canonicalBytes } from './canonical.ts'
import { hexSchema } from './primitives.ts'
import type { Brief } from './typed-data.ts'

/** Most bytes of a brief's file: a statement has some 6,000 code points at most. */
export const BRIEF_FILE_LIMIT = 65_536

/** A signed brief as the works layer holds it, named by its hash like every file there. */
export const briefFileSchema = z.strictObject({ brief: briefSchema, signature: hexSchema })

/** The bytes of that file. */
export function briefFile(brief: Brief, signature: string): Uint8Array {
  return canonicalBytes({ brief, signature })
}
