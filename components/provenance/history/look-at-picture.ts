import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { type FoundWork, foundWorksSchema } from '#lib/flows/find-work/schema.ts'
import { nearHashOf, type Raster } from '#lib/provenance/reading/near-hash.ts'
import { type PictureFacts, pictureFactsOf } from '#lib/provenance/reading/picture-facts.ts'
import { pixelPreimage } from '#lib/provenance/reading/pixel-preimage.ts'

export type PictureRequest = { picture: File }
export type PictureProgress = { kind: 'reading' | 'looking' | 'asking' }

/** What this instance knows of a picture; `busy` when it was asked too often. */
export type Known = { kind: 'asked'; works: FoundWork[] } | { kind: 'unreached' | 'busy' }

export type LookedAt = PictureFacts & {
  name: string
  bytes: number
  /** Pixels; null for a file that this browser does not open. */
  size: { width: number; height: number } | null
  /** 64 hex digits. */
  sha256: string
  known: Known
}

export type PictureAnswer =
  | { kind: 'done'; result: LookedAt }
  /** `picture-unreadable`, `picture-too-large`, `not-a-picture`. */
  | { kind: 'failed'; code: string }

/** What the page gives: pixels of a file as this browser decodes it, and the answer of its own server. */
export type Means = {
  /** Null for a file that does not open. */
  decode: (bytes: Uint8Array<ArrayBuffer>, mime: string) => Promise<Raster | null>
  ask: (query: URLSearchParams) => Promise<Response>
}

/** As much as an upload may have. */
export const MOST_PICTURE_BYTES = 33_554_432

function hashesOf(bytes: Uint8Array, raster: Raster | null) {
  const query = new URLSearchParams({ sha256: bytesToHex(sha256(bytes)) })
  if (!raster) return query
  const { buffer, byteOffset, byteLength } = raster.rgba
  const pixels = sha256.create().update(pixelPreimage(raster))
  query.set('pixels', bytesToHex(pixels.update(new Uint8Array(buffer, byteOffset, byteLength)).digest()))
  const near = nearHashOf(raster)
  if (near) query.set('near', near)
  return query
}

async function askFor(query: URLSearchParams, ask: Means['ask']): Promise<Known> {
  try {
    const response = await ask(query)
    if (response.status === 429) return { kind: 'busy' }
    if (!response.ok) return { kind: 'unreached' }
    return { kind: 'asked', works: foundWorksSchema.parse(await response.json()).items }
  } catch {
    return { kind: 'unreached' }
  }
}

/** Looks at a picture from the disk, and asks where it is from by its hashes: the picture itself is not sent. */
export async function lookAtPicture(
  { picture }: PictureRequest,
  tell: (progress: PictureProgress) => void,
  { decode, ask }: Means,
): Promise<PictureAnswer> {
  if (picture.size > MOST_PICTURE_BYTES) return { kind: 'failed', code: 'picture-too-large' }
  tell({ kind: 'reading' })
  const bytes = await picture.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )
  if (!bytes) return { kind: 'failed', code: 'picture-unreadable' }
  const facts = pictureFactsOf(bytes)
  if (!facts) return { kind: 'failed', code: 'not-a-picture' }
  tell({ kind: 'looking' })
  const raster = await decode(bytes, facts.mime)
  const query = hashesOf(bytes, raster)
  tell({ kind: 'asking' })
  return {
    kind: 'done',
    result: {
      ...facts,
      name: picture.name,
      bytes: bytes.length,
      size: raster && { width: raster.width, height: raster.height },
      sha256: query.get('sha256') ?? '',
      known: await askFor(query, ask),
    },
  }
}
