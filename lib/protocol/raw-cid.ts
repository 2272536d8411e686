import { CID } from 'multiformats/cid'
import { create as createMultihash } from 'multiformats/hashes/digest'
import { bytes32Of, bytesOf32 } from './bytes.ts'
import { ProtocolError } from './errors.ts'
import type { Bytes32 } from './primitives.ts'

const RAW_CODEC = 0x55
const SHA2_256 = 0x12

/** CIDv1, raw codec, sha2-256, base32 lower case: what `tokenURI` shows for a token digest. */
export function rawCidOf(digest: Bytes32): string {
  return CID.createV1(RAW_CODEC, createMultihash(SHA2_256, bytesOf32(digest))).toString()
}

function parseCid(text: string): CID {
  try {
    return CID.parse(text)
  } catch {
    throw new ProtocolError('cid-invalid', 'not a content identifier')
  }
}

/**
 * The digest in a raw CID, in exactly the spelling of `rawCidOf`.
 * @throws ProtocolError `cid-invalid` for another version, codec, hash or base
 */
export function digestOfRawCid(text: string): Bytes32 {
  const { code, multihash } = parseCid(text)
  if (code !== RAW_CODEC || multihash.code !== SHA2_256 || multihash.digest.length !== 32) {
    throw new ProtocolError('cid-invalid', 'not a raw SHA-256 content identifier')
  }
  const digest = bytes32Of(multihash.digest)
  if (rawCidOf(digest) !== text) throw new ProtocolError('cid-invalid', 'not version 1 in lower-case base32')
  return digest
}
