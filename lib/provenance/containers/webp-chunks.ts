import { concatenated, textOf } from './bytes-of-file.ts'

const HEAD_LENGTH = 12
const HAS_XMP = 0x04
const HAS_ALPHA = 0x10
const XMP = 'XMP '

type Chunk = { type: string; data: Uint8Array }

function chunksOf(file: Uint8Array): Chunk[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const chunks: Chunk[] = []
  for (let at = HEAD_LENGTH; at + 8 <= file.length; ) {
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length
    if (end > file.length) break
    chunks.push({ type: textOf(file.subarray(at, at + 4)), data: file.subarray(at + 8, end) })
    at = end + (length % 2)
  }
  return chunks
}

function written({ type, data }: Chunk): Uint8Array {
  const bytes = new Uint8Array(8 + data.length + (data.length % 2))
  bytes.set(new TextEncoder().encode(type))
  new DataView(bytes.buffer).setUint32(4, data.length, true)
  bytes.set(data, 8)
  return bytes
}

/** The extended head of a picture that has none: its sides stand in the first bytes of its own coding. */
function extendedHead({ type, data }: Chunk): Uint8Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const head = new Uint8Array(10)
  const out = new DataView(head.buffer)
  const isLossless = type === 'VP8L'
  if (!isLossless && type !== 'VP8 ') throw new Error('the WebP begins with neither of its codings')
  const packed = isLossless ? view.getUint32(1, true) : 0
  const width = isLossless ? (packed & 0x3fff) + 1 : view.getUint16(6, true) & 0x3fff
  const height = isLossless ? ((packed >>> 14) & 0x3fff) + 1 : view.getUint16(8, true) & 0x3fff
  if ((packed >>> 28) & 1) head[0] = HAS_ALPHA
  // Twenty-four bits each, less one; the byte above the first belongs to the second and is written after.
  out.setUint32(4, width - 1, true)
  out.setUint16(7, (height - 1) & 0xffff, true)
  return head
}

/** A WebP with this packet and no other, in the extended form that has a place for it. */
export function webpWithXmp(file: Uint8Array, packet: string): Uint8Array {
  const chunks = chunksOf(file)
  const [first] = chunks
  if (!first) throw new Error('the WebP is empty')
  const isExtended = first.type === 'VP8X'
  const head = isExtended ? new Uint8Array(first.data) : extendedHead(first)
  head[0] = (head[0] ?? 0) | HAS_XMP
  const others = (isExtended ? chunks.slice(1) : chunks).filter(({ type }) => type !== XMP)
  const all = [{ type: 'VP8X', data: head }, ...others, { type: XMP, data: new TextEncoder().encode(packet) }]
  const body = concatenated(all.map(written))
  const riff = new Uint8Array(file.subarray(0, HEAD_LENGTH))
  new DataView(riff.buffer).setUint32(4, body.length + 4, true)
  return concatenated([riff, body])
}

export function xmpInWebp(file: Uint8Array): Uint8Array | null {
  return chunksOf(file).find(({ type }) => type === XMP)?.data ?? null
}
