import { zlibSync } from 'fflate'

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crcOf(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  for (let index = 0; index < 4; index++) bytes[4 + index] = type.charCodeAt(index)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crcOf(bytes.subarray(4, 8 + data.length)))
  return bytes
}

/** Filter 1 (left) or 2 (up) for a row, whichever leaves the smaller sum of differences. */
function filterRow(rgb: Uint8Array, row: number, stride: number, out: Uint8Array): void {
  const start = row * stride
  let leftSum = 0
  let upSum = 0
  for (let index = 0; index < stride; index++) {
    const value = rgb[start + index] ?? 0
    const left = value - (index < 3 ? 0 : (rgb[start + index - 3] ?? 0))
    const up = value - (row === 0 ? 0 : (rgb[start + index - stride] ?? 0))
    leftSum += left < 0 ? -left : left
    upSum += up < 0 ? -up : up
  }
  const back = upSum < leftSum ? stride : 3
  out[row * (stride + 1)] = back === 3 ? 1 : 2
  for (let index = 0; index < stride; index++) {
    const known = back === 3 ? index >= 3 : row > 0
    const before = known ? (rgb[start + index - back] ?? 0) : 0
    out[row * (stride + 1) + 1 + index] = (rgb[start + index] ?? 0) - before
  }
}

/**
 * An 8-bit RGB PNG (W3C PNG, third edition): IHDR, sRGB, IDAT, IEND. The deflate is pure
 * JavaScript, so the bytes are the same on every machine.
 */
export function encodePng({
  width,
  height,
  rgb,
}: {
  width: number
  height: number
  rgb: Uint8Array
}): Uint8Array {
  const stride = width * 3
  const raw = new Uint8Array(height * (stride + 1))
  for (let row = 0; row < height; row++) filterRow(rgb, row, stride, raw)
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header[8] = 8
  header[9] = 2
  const parts = [
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('sRGB', Uint8Array.of(0)),
    chunk('IDAT', zlibSync(raw, { level: 4 })),
    chunk('IEND', new Uint8Array(0)),
  ]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}
