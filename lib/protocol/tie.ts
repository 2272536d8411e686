import { bytes32Of, bytesOf32, digestOfFileHash, taggedHash } from './bytes.ts'
import { ProtocolError } from './errors.ts'
import type { Bytes32, FileHash } from './primitives.ts'
import type { Rules } from './rules.ts'

/** The first home-chain block with timestamp ≥ closesAt, and the time of the block before it (Unix seconds). */
export type TieSeed = { blockNumber: string; blockHash: Bytes32; timestamp: number; parentTimestamp: number }

/**
 * The lot of one candidate among equals; the lowest goes first (PROTOCOL 6).
 * SHA-256(`verso/1/tie` 00 ‖ roundId ‖ block hash ‖ content hash), the hashes as 32 raw bytes.
 */
export function tieLot(roundId: Bytes32, blockHash: Bytes32, contentHash: FileHash): Bytes32 {
  return bytes32Of(taggedHash('tie', bytesOf32(roundId), bytesOf32(blockHash), digestOfFileHash(contentHash)))
}

/** Refuses a seed that is not the first block at or after the close, with `tie-seed-missing`. */
export function requireTieSeed(rules: Rules, seed: TieSeed): void {
  if (seed.timestamp < rules.closesAt)
    throw new ProtocolError('tie-seed-missing', 'block {blockNumber} is earlier than closesAt', {
      blockNumber: seed.blockNumber,
    })
  if (seed.parentTimestamp >= rules.closesAt)
    throw new ProtocolError('tie-seed-missing', 'block {blockNumber} is not the first one after closesAt', {
      blockNumber: seed.blockNumber,
    })
}
