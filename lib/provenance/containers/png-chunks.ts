import { Unzlib } from 'fflate'
import { crc32 } from '#inflate'
import { concatenated, textOf } from './bytes-of-file.ts'

const SIGNATURE_LENGTH = 8
const KEYWORD = 'XML:com.adobe.xmp'
const MOST_BYTES = 1 << 20
/** Packed bytes that are unpacked at once: a thousand times as many at most before the length is looked at. */
const STEP = 4_096

type Chunk = { type: string; data: Uint8Array; whole: Uint8Array }

function* chunksOf(file: Uint8Array): Generator<Chunk> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  for (let at = SIGNATURE_LENGTH; at + 12 <= file.length; ) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > file.length) return
    const type = textOf(file.subarray(at + 4, at + 8))
    yield { type, data: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) }
    at = end
  }
}

const isXmp = ({ type, data }: Chunk) =>
  type === 'iTXt' && textOf(data.subarray(0, KEYWORD.length + 1)) === `${KEYWORD}\0`

/** Where libvips and ImageMagick write one, which few read. */
const isOldXmp = ({ type, data }: Chunk) =>
  ['zTXt', 'tEXt', 'iTXt'].includes(type) &&
  [KEYWORD, 'Raw profile type xmp'].some((name) => textOf(data.subarray(0, name.length + 1)) === `${name}\0`)

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(new TextEncoder().encode(type), 4)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}

/** A PNG with this packet and no other: an iTXt chunk right behind the head. */
export function pngWithXmp(file: Uint8Array, packet: string): Uint8Array {
  const [head, ...others] = [...chunksOf(file)]
  if (head?.type !== 'IHDR') throw new Error('the PNG has no head')
  const data = new TextEncoder().encode(`${KEYWORD}\0\0\0\0\0${packet}`)
  const kept = others.filter((one) => !isOldXmp(one)).map(({ whole }) => whole)
  return concatenated([file.subarray(0, SIGNATURE_LENGTH), head.whole, chunk('iTXt', data), ...kept])
}

/** Unpacks a zlib stream as far as a packet may be long. @throws Error for a longer one, and a broken one */
function unpacked(packed: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  const stream = new Unzlib((part) => {
    length += part.length
    if (length > MOST_BYTES) throw new Error('the packet is too long')
    parts.push(part)
  })
  for (let at = 0; at < packed.length; at += STEP)
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
  return concatenated(parts)
}

export function xmpInPng(file: Uint8Array): Uint8Array | null {
  for (const one of chunksOf(file)) {
    if (!isXmp(one)) continue
    const isPacked = one.data[KEYWORD.length + 1] === 1
    const language = KEYWORD.length + 3
    const translated = one.data.indexOf(0, language) + 1
    const text = one.data.subarray(one.data.indexOf(0, translated) + 1)
    return isPacked ? unpacked(text) : text
  }
  return null
}
