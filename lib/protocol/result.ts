import { z } from 'zod'
import { sha256Bytes32 } from './bytes.ts'
import { canonicalBytes } from './canonical.ts'
import {
  addressSchema,
  type Bytes32,
  bytes32Schema,
  decimalSchema,
  type FileHash,
  fileHashSchema,
  secondsSchema,
  uint64Schema,
} from './primitives.ts'
import { type Rules, rulesSchema } from './rules.ts'

const numberSchema = z.int().min(1).max(999_999)

/** One candidate in the order of the result; `place` is null for one that nobody supports. */
export const rankedSchema = z.strictObject({
  place: z.int().min(1).nullable(),
  number: numberSchema,
  score: decimalSchema,
  supporters: z.int().min(0),
  /** What set the candidate apart from its neighbours: its score, else its supporters, else the lot. */
  decidedBy: z.enum(['score', 'count-back', 'supporters', 'lot']).nullable(),
})

/** One round of a count by elimination: votes as it began, and who was elected or eliminated in it. */
export const countRoundSchema = z.strictObject({
  totals: z.array(z.strictObject({ number: numberSchema, votes: decimalSchema })),
  exhausted: decimalSchema,
  lost: decimalSchema,
  decision: z.strictObject({
    kind: z.enum(['elected', 'eliminated']),
    number: numberSchema,
    decidedBy: z.enum(['score', 'count-back', 'supporters', 'lot']),
  }),
})

/** How a count came about, where scores alone do not say it. */
export const countDetailSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('irv'),
    quota: z.null(),
    rounds: z.array(countRoundSchema).max(200),
  }),
  z.strictObject({
    kind: z.literal('stv'),
    quota: decimalSchema,
    rounds: z.array(countRoundSchema).max(200),
  }),
  z.strictObject({
    kind: z.literal('score'),
    maxScore: z.int().min(2).max(10),
    /** In the order of the ranking: how many voters gave 1, 2, … points. */
    distribution: z.array(z.strictObject({ number: numberSchema, voters: z.array(z.int().min(0)).max(10) })),
  }),
  z.strictObject({
    kind: z.literal('quadratic'),
    /** Ballots that spend more credits than their power gives, by account: they do not count. */
    overspent: z.array(
      z.strictObject({ account: addressSchema, spent: decimalSchema, credits: decimalSchema }),
    ),
  }),
  z.strictObject({
    kind: z.literal('pairwise'),
    duels: z.int().min(0),
    /** Floor divisor that brings weights below 2³², and the weight of the virtual opponent, in weights so divided. */
    divisor: decimalSchema,
    prior: decimalSchema,
    /** In the order of the ranking: duels that were judged. */
    comparisons: z.array(z.strictObject({ number: numberSchema, duels: z.int().min(0) })),
    /** Duels among the first 40 of the ranking, `a` standing before `b`; ties and skips are not won by anybody. */
    pairs: z.array(
      z.strictObject({
        a: numberSchema,
        b: numberSchema,
        wonByA: z.int().min(0),
        wonByB: z.int().min(0),
        tied: z.int().min(0),
      }),
    ),
  }),
])

/** result.json (PROTOCOL 1): everything the tally says, and the hash of every file it was made from. */
export const resultSchema = z.strictObject({
  protocol: rulesSchema.shape.protocol,
  roundId: bytes32Schema,
  inputs: z.record(z.string(), fileHashSchema),
  method: rulesSchema.shape.method,
  turnout: z.strictObject({
    ballots: z.int().min(0),
    voters: z.int().min(0),
    power: decimalSchema,
    abstentions: z.int().min(0),
  }),
  quorum: z.strictObject({ kind: z.enum(['voters', 'power']), value: decimalSchema, reached: z.boolean() }),
  tieSeed: z.strictObject({
    blockNumber: uint64Schema,
    blockHash: bytes32Schema,
    timestamp: secondsSchema,
    parentTimestamp: secondsSchema,
  }),
  ranking: z.array(rankedSchema),
  winners: z.array(z.strictObject({ rank: z.int().min(1).max(200), number: numberSchema })),
  margin: decimalSchema.nullable(),
  voided: z.array(numberSchema),
  /** Present for quadratic, score, ranked and pairwise, absent for the others. */
  count: countDetailSchema.optional(),
})

export type Result = z.infer<typeof resultSchema>
/** What the tally says, before it is bound to the files it was made from. */
export type Tally = Omit<Result, 'protocol' | 'roundId' | 'inputs'>
export type CountRound = z.infer<typeof countRoundSchema>
export type CountDetail = z.infer<typeof countDetailSchema>
export type RankedCandidate = z.infer<typeof rankedSchema>

declare const sealed: unique symbol
/** A result that came out of the tally here, not out of a file: what token documents and winners are made from. */
export type SealedResult = Result & { readonly [sealed]: true }

/**
 * The result of a round.
 * @param inputs by path, the hash of every core file except result, token documents, winners and shares
 */
export function resultOf(input: {
  rules: Rules
  roundId: Bytes32
  tally: Tally
  inputs: Record<string, FileHash>
}): SealedResult {
  const { rules, roundId, tally, inputs } = input
  return { protocol: rules.protocol, roundId, inputs, ...tally } as SealedResult
}

/** SHA-256 of JCS(result): what closeRound anchors. */
export function resultHashOf(result: Result): Bytes32 {
  return sha256Bytes32(canonicalBytes(result))
}
