import { bytes32Of, sha256 } from './bytes.ts'
import type { Bytes32 } from './primitives.ts'

/** Root of a log without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Bytes32 = bytes32Of(sha256(new Uint8Array()))

/** Written over by every call: making a buffer for each would take longer than the hash. */
const preimage = Uint8Array.of(1, ...new Uint8Array(64))

/** Inner node of RFC 9162: SHA-256(01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  preimage.set(left, 1)
  preimage.set(right, 33)
  return sha256(preimage)
}
