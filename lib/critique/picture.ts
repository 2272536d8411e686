import type { FileHash } from '#lib/protocol/primitives.ts'

/** Decoded once: sRGB with alpha, eight bits a channel, rows from the top. */
export type Pixels = { width: number; height: number; rgba: Uint8Array }

/** Whether nothing of a picture is transparent. */
export function isOpaque(rgba: Uint8Array): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false
  return true
}

/** A picture that hangs in the round already and shows the very same. */
export type Twin = { contentHash: FileHash; title: string; number: number | null }

/** What the gates judge. */
export type Submission = {
  contentHash: FileHash
  mime: string
  byteLength: number
  /** Null when the file does not open as a picture. */
  pixels: Pixels | null
  /** SHA-256 over size and pixels; null when there are none. */
  pixelHash: FileHash | null
  twin: Twin | null
}
