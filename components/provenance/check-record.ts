import { sha256Bytes32 } from '#lib/protocol/bytes.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { fetchBytes } from './fetch-bytes.ts'

export type CheckedRecord = {
  /** SHA-256 of the record as served; null where it did not arrive. */
  computed: Bytes32 | null
  /** The token's URI is the address of exactly that hash. */
  addressed: boolean
}

/** Hashes a token's record, and builds its address from the digest that the contract keeps. */
export async function checkRecord(input: {
  href: string
  digest: Bytes32
  uri: string
}): Promise<CheckedRecord> {
  const bytes = await fetchBytes(input.href)
  return {
    computed: bytes && sha256Bytes32(bytes),
    addressed: input.uri === `ipfs://${rawCidOf(input.digest)}`,
  }
}
