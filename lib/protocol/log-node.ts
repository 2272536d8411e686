import { bytes32Of, concatBytes, sha256 } from './bytes.ts'
import type { Bytes32 } from './primitives.ts'

const NODE = Uint8Array.of(1)

/** Root of a log without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Bytes32 = bytes32Of(sha256(new Uint8Array()))

/** Inner node of RFC 9162: SHA-256(01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(NODE, left, right))
}
