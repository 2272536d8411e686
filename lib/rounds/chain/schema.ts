import { z } from 'zod'
import { addressSchema, bytes32Schema, decimalSchema, hexSchema } from '#lib/protocol/primitives.ts'

const uint = z.int().min(0)

/** What `openRound` froze, as the event carries it. */
export const openingSchema = z.object({
  roundId: bytes32Schema,
  candidateRoot: bytes32Schema,
  candidateCount: uint,
  opensAt: uint,
  closesAt: uint,
  sealGrace: uint,
  challengeSeconds: uint,
  licenceHash: bytes32Schema,
  c2paRoot: bytes32Schema,
  royaltyReceiver: addressSchema,
  royaltyBps: uint,
})

/** Arguments of the events of a round, as the JSON column keeps them: integers above 2^48 are decimal strings. */
export const roundEventArgs = {
  RoundOpened: z.object({
    roundIndex: uint,
    opening: openingSchema,
    director: addressSchema,
    guardian: addressSchema,
    operator: addressSchema,
  }),
  HeadAnchored: z.object({ size: uint, root: bytes32Schema, signedAt: uint, signature: hexSchema }),
  BallotPosted: z.object({ ballot: hexSchema }),
  CandidateVoided: z.object({ number: uint, reason: bytes32Schema }),
  RoundCancelled: z.object({ reason: bytes32Schema }),
  RoundClosed: z.object({
    closes: uint,
    resultHash: bytes32Schema,
    winnersRoot: bytes32Schema,
    sharesRoot: bytes32Schema,
    sharesTotal: decimalSchema,
    bundleDigest: bytes32Schema,
    finalAt: uint,
  }),
  WinnerMinted: z.object({
    rank: uint,
    number: uint,
    tokenDigest: bytes32Schema,
    recipient: addressSchema,
  }),
  OperatorRotated: z.object({ operator: addressSchema, formerOperator: addressSchema, size: uint }),
  RoundFrozen: z.object({
    operator: addressSchema,
    evidence: uint,
    size: decimalSchema,
    signedRoot: bytes32Schema,
    otherRoot: bytes32Schema,
  }),
  FreezeLifted: z.object({ reason: bytes32Schema, finalAt: uint }),
} as const

export type RoundEventName = keyof typeof roundEventArgs
export const roundEventNames: RoundEventName[] = [
  'RoundOpened',
  'HeadAnchored',
  'BallotPosted',
  'CandidateVoided',
  'RoundCancelled',
  'RoundClosed',
  'WinnerMinted',
  'OperatorRotated',
  'RoundFrozen',
  'FreezeLifted',
]

/** Where an event stands on the chain. */
export type EventPlace = {
  blockNumber: number
  blockHash: `0x${string}`
  blockTime: number
  txHash: `0x${string}`
  logIndex: number
}

/** One event of a round with its parsed arguments. */
export type RoundEvent = {
  [Name in RoundEventName]: { name: Name; place: EventPlace; args: z.infer<(typeof roundEventArgs)[Name]> }
}[RoundEventName]

/** An event ready for the table. */
export type EventRecord = {
  address: string
  name: RoundEventName
  roundId: string
  args: Record<string, unknown>
  place: EventPlace
}

export type BlockMark = { number: number; hash: string }
