import type { Services } from '#lib/flows/services.ts'
import type { Content } from '#lib/platform/content-response.ts'
import { bytes32Of, hexToBytes } from '#lib/protocol/bytes.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { digestOfRawCid } from '#lib/protocol/raw-cid.ts'
import { findContent } from '#lib/rounds/results/data.ts'

function digestIn(cid: string): string | null {
  try {
    return bytes32Of(hexToBytes(digestOfRawCid(cid))).slice(2)
  } catch (error) {
    if (error instanceof ProtocolError) return null
    throw error
  }
}

type Reads = Pick<Services, 'db' | 'storage'>

const find = ({ db }: Reads, cid: string) => findContent(db, { cid, digest: digestIn(cid) })

/**
 * What a content identifier names, if this instance published it: a picture or rendition, credentials beside a picture,
 * a token document, the root certificate of a round, or a file of a bundle. Raw identifiers go by their digest, UnixFS
 * ones by the picture's recorded identifier.
 */
export async function contentOf(reads: Reads, cid: string): Promise<Content | null> {
  const found = await find(reads, cid)
  const size = found && (await reads.storage.size(found.key))
  if (!found || size === null) return null
  return { mime: found.mime, size, stream: (range) => reads.storage.stream(found.key, range) }
}

/** The same, in memory. */
export async function fileOf(reads: Reads, cid: string): Promise<{ bytes: Uint8Array; mime: string } | null> {
  const found = await find(reads, cid)
  const bytes = found && (await reads.storage.get(found.key))
  return found && bytes ? { bytes, mime: found.mime } : null
}
