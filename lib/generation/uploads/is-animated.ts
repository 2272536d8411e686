import type { PictureMime } from '#lib/generation/sniff-mime.ts'

const PNG_SIGNATURE_LENGTH = 8
const RIFF_HEADER_LENGTH = 12

/** The four letters of a chunk's type. */
const typeAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Types of the chunks of a PNG up to its first pixels: length, type, data, checksum. */
function* pngChunks(bytes: Uint8Array): Generator<string> {
  const view = viewOf(bytes)
  let at = PNG_SIGNATURE_LENGTH
  while (at + 8 <= bytes.length) {
    const type = typeAt(bytes, at + 4)
    yield type
    if (type === 'IDAT') return
    at += 12 + view.getUint32(at)
  }
}

/** Types of the chunks of a WebP: type, length in little-endian order, data up to an even place. */
function* webpChunks(bytes: Uint8Array): Generator<string> {
  const view = viewOf(bytes)
  let at = RIFF_HEADER_LENGTH
  while (at + 8 <= bytes.length) {
    yield typeAt(bytes, at)
    const length = view.getUint32(at + 4, true)
    at += 8 + length + (length % 2)
  }
}

const MOVES: Partial<Record<PictureMime, { chunks: typeof pngChunks; types: readonly string[] }>> = {
  'image/png': { chunks: pngChunks, types: ['acTL'] },
  'image/webp': { chunks: webpChunks, types: ['ANIM', 'ANMF'] },
}

/**
 * Whether a PNG or WebP says that it moves; decoders that know still pictures alone would take its first frame.
 * APNG (W3C PNG third edition, 11.3.6.1): `acTL` stands before the first `IDAT`. WebP (RFC 9649, 2.7.1.1): `ANIM`.
 */
export function isAnimated(bytes: Uint8Array, mime: PictureMime): boolean {
  const moves = MOVES[mime]
  if (!moves) return false
  for (const type of moves.chunks(bytes)) if (moves.types.includes(type)) return true
  return false
}
