import { createHash } from 'node:crypto'
import type { FileHash } from '#lib/protocol/primitives.ts'
import type { Pixels } from './picture.ts'

const TAG = new TextEncoder().encode('verso/1/pixels\0')

/**
 * SHA-256(tag "pixels" ‖ width ‖ height as uint32 ‖ RGBA): what two files that show the same have in common,
 * and what a replay compares.
 */
export function pixelHashOf({ width, height, rgba }: Pixels): FileHash {
  const size = new Uint8Array(8)
  new DataView(size.buffer).setUint32(0, width)
  new DataView(size.buffer).setUint32(4, height)
  return `sha256:${createHash('sha256').update(TAG).update(size).update(rgba).digest('hex')}`
}
