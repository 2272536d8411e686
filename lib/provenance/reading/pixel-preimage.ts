const TAG = new TextEncoder().encode('verso/1/pixels\0')

/** What a pixel hash covers before the pixels: the tag, then width and height as uint32. */
export function pixelPreimage({ width, height }: { width: number; height: number }): Uint8Array {
  const bytes = new Uint8Array(TAG.length + 8)
  bytes.set(TAG)
  const size = new DataView(bytes.buffer, TAG.length)
  size.setUint32(0, width)
  size.setUint32(4, height)
  return bytes
}
