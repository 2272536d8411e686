import { concatenated, textOf } from './bytes-of-file.ts'

const HEADER = 'http://ns.adobe.com/xap/1.0/\0'
const APP0 = 0xe0
const APP1 = 0xe1
const START_OF_SCAN = 0xda
/** A segment counts its own two bytes of length. */
const MOST_BYTES = 0xffff - 2

type Segment = { marker: number; data: Uint8Array; whole: Uint8Array }

/** Segments up to the scan, and everything from there. */
function partsOf(file: Uint8Array): { segments: Segment[]; rest: Uint8Array } {
  const segments: Segment[] = []
  let at = 2
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0
    const end = at + 2 + ((file[at + 2] ?? 0) << 8) + (file[at + 3] ?? 0)
    if (marker === START_OF_SCAN || end > file.length || end < at + 4) break
    segments.push({ marker, data: file.subarray(at + 4, end), whole: file.subarray(at, end) })
    at = end
  }
  return { segments, rest: file.subarray(at) }
}

const isXmp = ({ marker, data }: Segment) =>
  marker === APP1 && textOf(data.subarray(0, HEADER.length)) === HEADER

/** A JPEG with this packet and no other: an APP1 segment behind the file's own head. */
export function jpegWithXmp(file: Uint8Array, packet: string): Uint8Array {
  const data = new TextEncoder().encode(HEADER + packet)
  if (data.length > MOST_BYTES) throw new Error('the XMP packet is too long for a JPEG')
  const length = data.length + 2
  const { segments, rest } = partsOf(file)
  const kept = segments.filter((one) => !isXmp(one))
  const first = kept.findIndex(({ marker }) => marker !== APP0 && marker !== APP1)
  const head = first < 0 ? kept.length : first
  const wholes = kept.map(({ whole }) => whole)
  const segment = concatenated([new Uint8Array([0xff, APP1, length >> 8, length & 0xff]), data])
  return concatenated([file.subarray(0, 2), ...wholes.slice(0, head), segment, ...wholes.slice(head), rest])
}

export function xmpInJpeg(file: Uint8Array): Uint8Array | null {
  return partsOf(file).segments.find(isXmp)?.data.subarray(HEADER.length) ?? null
}
