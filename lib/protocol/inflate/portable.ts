import { inflateSync } from 'fflate'

/**
 * Unpacks a raw deflate stream (RFC 1951) that must give exactly `size` bytes and use all of `packed`.
 * @throws Error for a broken, longer or shorter stream, and for bytes behind its end
 */
export function inflateExact(packed: Uint8Array, size: number): Uint8Array {
  // One byte more than announced, so that a longer stream shows itself without growing.
  const bytes = inflateSync(packed, { out: new Uint8Array(size + 1) })
  if (bytes.length !== size) throw new Error('unpacks to another length')
  if (endsBefore(packed, size)) throw new Error('has bytes behind its end')
  return bytes.subarray(0, size)
}

/** Whether the stream is complete without its last byte. */
function endsBefore(packed: Uint8Array, size: number): boolean {
  try {
    inflateSync(packed.subarray(0, -1), { out: new Uint8Array(size + 1) })
    return true
  } catch {
    return false
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** CRC-32 of the zip format; the archive library does not check it when reading. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
