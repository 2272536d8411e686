import type { PictureMime } from '#lib/generation/sniff-mime.ts'
import { jpegWithXmp, xmpInJpeg } from './containers/jpeg-segments.ts'
import { pngWithXmp, xmpInPng } from './containers/png-chunks.ts'
import { webpWithXmp, xmpInWebp } from './containers/webp-chunks.ts'

const CONTAINERS = {
  'image/png': { write: pngWithXmp, read: xmpInPng },
  'image/jpeg': { write: jpegWithXmp, read: xmpInJpeg },
  'image/webp': { write: webpWithXmp, read: xmpInWebp },
}

/**
 * The file with an XMP packet in place of any it had. Nothing is decoded: its pixels and all else stay as they are.
 * @throws Error for a file that is not built as its kind, or a packet that it has no room for
 */
export const withXmp = (file: Uint8Array, mime: PictureMime, packet: string): Uint8Array =>
  CONTAINERS[mime].write(file, packet)

/** Longest packet that is looked at: a file may carry anything. */
const MOST_BYTES = 1 << 20

/** The XMP packet of a file as text; null where there is none, or it cannot be read. */
export function xmpIn(file: Uint8Array, mime: PictureMime): string | null {
  try {
    const packet = CONTAINERS[mime].read(file)
    return packet && packet.length <= MOST_BYTES ? new TextDecoder().decode(packet) : null
  } catch {
    return null
  }
}
