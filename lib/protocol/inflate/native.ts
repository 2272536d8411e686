import { type InflateRaw, inflateRawSync, crc32 as nodeCrc32 } from 'node:zlib'

/** With `info`, Node answers the engine too, which its types do not say. */
type Unpacked = { buffer: Buffer; engine: InflateRaw }

/** As the portable one, three times as fast. */
export function inflateExact(packed: Uint8Array, size: number): Uint8Array {
  const options = { maxOutputLength: Math.max(size, 1), info: true }
  const unpacked: unknown = inflateRawSync(packed, options)
  const { buffer, engine } = unpacked as Unpacked
  if (buffer.length !== size) throw new Error('unpacks to another length')
  if (engine.bytesWritten !== packed.length) throw new Error('has bytes behind its end')
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length)
}

/** CRC-32 of the zip format. */
export function crc32(bytes: Uint8Array): number {
  return nodeCrc32(bytes)
}
