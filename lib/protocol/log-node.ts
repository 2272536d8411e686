import { bytes32Of, sha256 } from './bytes.ts'
import type { Bytes32 } from './primitives.ts'

/** Root of a log without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Bytes32 = bytes32Of(sha256(new Uint8Array()))

/** Inner node of RFC 9162: SHA-256(01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const preimage = new Uint8Array(1 + left.length + right.length)
  preimage[0] = 1
  preimage.set(left, 1)
  preimage.set(right, 1 + left.length)
  return sha256(preimage)
}
