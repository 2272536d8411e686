import { z } from 'zod'
import { headSchema } from './head.ts'
import { blockSchema } from './power.ts'
import {
  type Address,
  addressSchema,
  bytes32Schema,
  decimalSchema,
  hexSchema,
  secondsSchema,
  uint64Schema,
} from './primitives.ts'
import { rulesSchema } from './rules.ts'
import type { TieSeed } from './tie.ts'

/** Where on the home chain an event stands. `logIndex` counts within the block. */
export const anchorSchema = z.strictObject({
  blockNumber: uint64Schema,
  blockHash: bytes32Schema,
  blockTime: secondsSchema,
  txHash: bytes32Schema,
  logIndex: z.int().min(0),
})

/** A block that names the one before it. */
export const linkedBlockSchema = blockSchema.extend({ parentHash: bytes32Schema })

/** One line of heads.jsonl, sorted by size: a signed head, with its HeadAnchored event if it has one. */
export const headRecordSchema = z.strictObject({
  head: headSchema,
  signature: hexSchema,
  anchor: anchorSchema.nullable(),
})

/** One line of leaf-hashes/, in log order: what the operator publishes before the close. */
export const leafHashRowSchema = z.strictObject({ index: z.int().min(0), hash: bytes32Schema })

/** One line of posted.jsonl, in chain order: the bytes of a BallotPosted event, whatever they are. */
export const postedRecordSchema = z.strictObject({ ballot: hexSchema, anchor: anchorSchema })

/** One line of voids.jsonl, in chain order: a CandidateVoided event. */
export const voidRecordSchema = z.strictObject({
  number: z.int().min(1).max(999_999),
  reason: bytes32Schema,
  anchor: anchorSchema,
})

/** evidence.json: what the other files say about chains, by block. */
export const evidenceSchema = z.strictObject({
  protocol: rulesSchema.shape.protocol,
  chainId: rulesSchema.shape.chainId,
  collection: addressSchema,
  /** The RoundOpened event and the roles it copied. */
  opening: z.strictObject({
    anchor: anchorSchema,
    roundIndex: z
      .int()
      .min(1)
      .max(2 ** 32 - 1),
    director: addressSchema,
    guardian: addressSchema,
    operator: addressSchema,
  }),
  /** OperatorRotated events in chain order: `operator` signs every head above `size`. */
  rotations: z.array(
    z.strictObject({
      operator: addressSchema,
      formerOperator: addressSchema,
      size: uint64Schema,
      anchor: anchorSchema,
    }),
  ),
  /**
   * Per chain of the strategies, and per time of theirs before the snapshot, sorted by both: the last block not after
   * it, and its successor. `at` is left out for snapshotAt, which is the last of its chain.
   */
  snapshots: z.array(
    z.strictObject({
      chainId: rulesSchema.shape.chainId,
      at: secondsSchema.optional(),
      block: blockSchema,
      successor: linkedBlockSchema,
    }),
  ),
  /** The first home-chain block not before closesAt, and its parent. */
  tieSeed: z.strictObject({ block: linkedBlockSchema, parent: blockSchema }),
  /** Always empty: proofs stand in after/proofs.jsonl, where they can be added at any time. */
  proofs: z.array(z.never()).max(0),
})

/** after/close.json: the RoundClosed event that anchored this bundle. */
export const closeRecordSchema = z.strictObject({
  closes: z.int().min(1).max(3),
  resultHash: bytes32Schema,
  winnersRoot: bytes32Schema,
  sharesRoot: bytes32Schema,
  sharesTotal: decimalSchema,
  bundleDigest: bytes32Schema,
  finalAt: secondsSchema,
  anchor: anchorSchema,
})

/** One line of after/tokens.jsonl, sorted by rank: a WinnerMinted event. */
export const mintRecordSchema = z.strictObject({
  rank: z.int().min(1).max(200),
  number: z.int().min(1).max(999_999),
  tokenId: decimalSchema,
  tokenDigest: bytes32Schema,
  recipient: addressSchema,
  anchor: anchorSchema,
})

export type Anchor = z.infer<typeof anchorSchema>
export type HeadRecord = z.infer<typeof headRecordSchema>
export type PostedRecord = z.infer<typeof postedRecordSchema>
export type VoidRecord = z.infer<typeof voidRecordSchema>
export type Evidence = z.infer<typeof evidenceSchema>
export type CloseRecord = z.infer<typeof closeRecordSchema>
export type MintRecord = z.infer<typeof mintRecordSchema>

/** Order of two events on one chain. */
export function byAnchor(a: { anchor: Anchor }, b: { anchor: Anchor }): number {
  const blocks = BigInt(a.anchor.blockNumber) - BigInt(b.anchor.blockNumber)
  if (blocks !== 0n) return blocks < 0n ? -1 : 1
  return a.anchor.logIndex - b.anchor.logIndex
}

/** Whose signatures a round's heads carry: the operator of its opening, and the rotations in chain order. */
export type Operators = {
  opening: Pick<Evidence['opening'], 'operator'>
  rotations: readonly Pick<Evidence['rotations'][number], 'operator' | 'size'>[]
}

/** Who signs a head of `size` leaves: the operator of the opening, until a rotation below that size. */
export function operatorAt(evidence: Operators, size: bigint): Address {
  const rotation = evidence.rotations.findLast((row) => size > BigInt(row.size))
  return rotation ? rotation.operator : evidence.opening.operator
}

/** The tie seed as the tally takes it. */
export function tieSeedOf(evidence: Evidence): TieSeed {
  const { block, parent } = evidence.tieSeed
  return {
    blockNumber: block.number,
    blockHash: block.hash,
    timestamp: block.timestamp,
    parentTimestamp: parent.timestamp,
  }
}

/** Token id of the winner at `rank` of a round: roundIndex << 64 | rank << 32. */
export function tokenIdOf(roundIndex: number, rank: number): bigint {
  return (BigInt(roundIndex) << 64n) | (BigInt(rank) << 32n)
}
