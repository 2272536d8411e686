import type { PictureMime } from '#lib/generation/sniff-mime.ts'
import type { BirthRecord } from './schema.ts'

/** A picture as its provider gave it, and what its file is to say of itself. */
export type SigningOrder = { bytes: Uint8Array; mime: PictureMime; record: BirthRecord }

export type SignedPicture = {
  /** The file with its credentials; the very bytes of the order where they stand beside it. */
  bytes: Uint8Array
  /** A C2PA manifest store for a file that must not change; null where it is in the file. */
  sidecar: Uint8Array | null
  /** What became of credentials that the file came with. */
  received: 'none' | 'carried' | 'broken'
}

/** Nothing was signed: the round names another root than there is here, and readers would find somebody else's. */
export type Unsigned = { unsigned: 'other-root' }

/** Writes XMP and signs C2PA, and reads again what it wrote. Rejects when the result would not be trusted. */
export type SignPicture = (order: SigningOrder) => Promise<SignedPicture | Unsigned>
