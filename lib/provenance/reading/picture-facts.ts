import { type PictureMime, sniffMime } from '#lib/generation/sniff-mime.ts'
import { type XmpFields, xmpFieldsOf } from '#lib/provenance/xmp-fields.ts'
import { xmpIn } from '#lib/provenance/xmp-in-file.ts'

export type { XmpFields }

/** What a file says of itself without being decoded; every word is the file's own. */
export type PictureFacts = { mime: PictureMime; xmp: XmpFields | null }

/** Null for what is no picture by its first bytes. */
export function pictureFactsOf(bytes: Uint8Array): PictureFacts | null {
  const mime = sniffMime(bytes)
  if (!mime) return null
  const packet = xmpIn(bytes, mime)
  return { mime, xmp: packet === null ? null : xmpFieldsOf(packet) }
}
