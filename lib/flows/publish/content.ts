import type { Services } from '#lib/flows/services.ts'
import { bytes32Of, hexToBytes } from '#lib/protocol/bytes.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { digestOfRawCid } from '#lib/protocol/raw-cid.ts'
import { findContent } from '#lib/rounds/results/data.ts'

export type Content = { bytes: Uint8Array; mime: string }

function digestIn(cid: string): string | null {
  try {
    return bytes32Of(hexToBytes(digestOfRawCid(cid))).slice(2)
  } catch (error) {
    if (error instanceof ProtocolError) return null
    throw error
  }
}

/**
 * What a content identifier names, if this instance published it: a picture or rendition, credentials beside a picture,
 * a token document, the root certificate of a round, or a file of a bundle. Raw identifiers go by their digest, UnixFS ones by the picture's recorded identifier.
 */
export async function contentOf(
  { db, storage }: Pick<Services, 'db' | 'storage'>,
  cid: string,
): Promise<Content | null> {
  const found = await findContent(db, { cid, digest: digestIn(cid) })
  const bytes = found && (await storage.get(found.key))
  return found && bytes ? { bytes, mime: found.mime } : null
}
