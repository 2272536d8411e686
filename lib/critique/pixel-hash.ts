import { createHash } from 'node:crypto'
import type { FileHash } from '#lib/protocol/primitives.ts'
import { pixelPreimage } from '#lib/provenance/reading/pixel-preimage.ts'
import type { Pixels } from './picture.ts'

/**
 * SHA-256(tag "pixels" ‖ width ‖ height as uint32 ‖ RGBA): what two files that show the same have in common,
 * and what a replay compares.
 */
export function pixelHashOf(pixels: Pixels): FileHash {
  const hash = createHash('sha256').update(pixelPreimage(pixels)).update(pixels.rgba)
  return `sha256:${hash.digest('hex')}`
}
