import { base32 } from 'multiformats/bases/base32'
import { bytes32Of, bytesOf32, concatBytes } from './bytes.ts'
import { ProtocolError } from './errors.ts'
import type { Bytes32 } from './primitives.ts'

/** Version 1, raw codec, then a multihash: sha2-256 of 32 bytes. */
const PREFIX = Uint8Array.of(0x01, 0x55, 0x12, 0x20)

/** CIDv1, raw codec, sha2-256, base32 lower case: what `tokenURI` shows for a token digest. */
export function rawCidOf(digest: Bytes32): string {
  return base32.encode(concatBytes(PREFIX, bytesOf32(digest)))
}

function decode(text: string): Uint8Array {
  try {
    return base32.decode(text)
  } catch {
    throw new ProtocolError('cid-invalid', 'not a content identifier in lower-case base32')
  }
}

/**
 * The digest in a raw CID, in exactly the spelling of `rawCidOf`.
 * @throws ProtocolError `cid-invalid` for another version, codec, hash or base
 */
export function digestOfRawCid(text: string): Bytes32 {
  const digest = decode(text).subarray(PREFIX.length)
  if (digest.length !== 32 || rawCidOf(bytes32Of(digest)) !== text) {
    throw new ProtocolError('cid-invalid', 'not a raw SHA-256 content identifier of version 1')
  }
  return bytes32Of(digest)
}
