import type { Candidate } from './candidates.ts'

/** Kind and sides of a picture as its first bytes say; an orientation tag may turn the sides. */
export type PictureHeader = Pick<Candidate, 'mime' | 'width' | 'height'>

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8]
const VP8_START = [0x9d, 0x01, 0x2a]
const VP8L_START = [0x2f]

const has = (bytes: Uint8Array, at: number, wanted: readonly number[]) =>
  wanted.every((byte, index) => bytes[at + index] === byte)
const hasText = (bytes: Uint8Array, at: number, text: string) =>
  has(
    bytes,
    at,
    [...text].map((letter) => letter.charCodeAt(0)),
  )

/** PNG (ISO/IEC 15948): IHDR comes first. */
function ofPng(bytes: Uint8Array, view: DataView): PictureHeader | null {
  if (bytes.length < 24 || !hasText(bytes, 12, 'IHDR')) return null
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** Markers C0 to CF begin a frame, but for tables (C4, CC) and an extension (C8). */
const beginsFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** JPEG (ITU-T T.81): segments up to the first frame; decoders pass over what stands between them. */
function ofJpeg(bytes: Uint8Array, view: DataView): PictureHeader | null {
  let at = 2
  while (at + 9 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || marker === 0xff) at += 1
    else if (beginsFrame(marker))
      return { mime: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    else if (marker === 0xda || marker === 0xd9) return null
    else at += marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7) ? 2 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** WebP (RFC 9649): the canvas of the extended form, else the one image. */
function ofWebp(bytes: Uint8Array, view: DataView): PictureHeader | null {
  if (bytes.length < 30 || !hasText(bytes, 8, 'WEBP')) return null
  const mime = 'image/webp'
  const of24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
  if (hasText(bytes, 12, 'VP8X')) return { mime, width: of24(24) + 1, height: of24(27) + 1 }
  if (hasText(bytes, 12, 'VP8L') && has(bytes, 20, VP8L_START)) {
    const bits = view.getUint32(21, true)
    return { mime, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (!hasText(bytes, 12, 'VP8 ') || !has(bytes, 23, VP8_START)) return null
  return { mime, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
}

/** What the header of a picture says of it; null for anything but PNG, JPEG and WebP. Nothing is decoded. */
export function pictureHeaderOf(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (has(bytes, 0, PNG)) return ofPng(bytes, view)
  if (has(bytes, 0, JPEG)) return ofJpeg(bytes, view)
  return hasText(bytes, 0, 'RIFF') ? ofWebp(bytes, view) : null
}
