import { z } from 'zod'
import {
  communityStrategySchema,
  communityViewSchema,
  pastedAddressSchema,
  slugSchema,
} from '#lib/communities/schema.ts'
import { policySchema } from '#lib/generation/routing/policy.ts'
import { addressSchema, bytes32Schema, decimalSchema, hexSchema } from '#lib/protocol/primitives.ts'
import { resultSchema } from '#lib/protocol/result.ts'
import { METHOD_IDS, rulesSchema } from '#lib/protocol/rules.ts'
import * as words from '#messages/rounds/schema.ts'

const DAY = 86_400
const MOST_BUDGET_MICRO_USD = 1_000_000_000_000

/** Seconds of a stage of the round. */
const stage = (otherwise: number) =>
  z
    .int(words.wholeSeconds)
    .min(60, words.leastMinute)
    .max(366 * DAY, words.mostYear)
    .default(otherwise)

const count = (most: number) => z.int(words.wholeNumber).min(1, words.leastOne).max(most, words.atMost(most))

/** The one template of a round: what a director chooses; everything left out has a sensible value. */
export const createRoundSchema = z.strictObject({
  community: slugSchema,
  slug: slugSchema.optional(),
  title: z.string().trim().min(1, words.title).max(80, words.mostLetters(80)),
  brief: z.string().trim().min(1, words.brief).max(2000, words.mostLetters(2000)),
  places: z.int().min(1, words.leastPlace).max(200, words.mostPlaces(200)).default(1),
  method: z.enum(METHOD_IDS).default('approval'),
  /** Works on a ballot, duels for pairwise; without it the method's own, see `DEFAULT_LIMITS`. */
  maxChoices: count(10_000).optional(),
  maxCandidates: count(10_000).optional(),
  /** Quadratic: most credits of a voter, and the power that gives one. */
  credits: count(1_000_000).optional(),
  creditUnit: decimalSchema.refine((text) => text !== '0', words.moreThanNothing).optional(),
  /** Score: the most points for a work. */
  maxScore: z.int(words.wholeNumber).min(2, words.leastTwo).max(10, words.mostTen).optional(),
  /** Pairwise: duels, and voters who judged them, from which on a work is ranked. */
  minComparisons: count(10_000).optional(),
  minVoters: count(10_000).optional(),
  /** How long briefs are taken, counted from the freeze. */
  submissionsSeconds: stage(3 * DAY),
  /** From the end of submissions until voting opens: the director opens the round in it. */
  openingSeconds: stage(DAY),
  votingSeconds: stage(5 * DAY),
  challengeSeconds: z
    .int()
    .min(0)
    .max(30 * DAY)
    .optional(),
  /** The last ballots are anchored in it: without it, acknowledged ballots would not be counted. */
  sealGrace: z.int().min(60, words.leastMinute).max(900, words.mostSeconds(900)).default(600),
  headInterval: z.int().min(60).max(DAY).default(600),
  /** When votes are weighed. Early, so that nobody buys votes for a work they have seen. */
  snapshot: z.enum(['submissions-open', 'submissions-close', 'voting-open']).default('submissions-open'),
  strategies: z.array(communityStrategySchema).min(1).max(16).optional(),
  /** Votes are the least of what was held at the snapshot and at each of these times before it. */
  heldSeconds: z
    .array(
      z
        .int()
        .min(60, words.leastMinute)
        .max(5 * 365 * DAY, words.mostFiveYears),
    )
    .max(8, words.mostEightTimes)
    .default([]),
  powerCap: decimalSchema.nullable().default(null),
  quorum: z
    .strictObject({ kind: z.enum(['voters', 'power']), value: decimalSchema })
    .default({ kind: 'voters', value: '1' }),
  licence: z.string().min(1).max(64).optional(),
  royaltyBps: z.int().min(0).max(1000, words.mostPercent(10)).default(500),
  royaltyReceiver: pastedAddressSchema.optional(),
  recipient: z.enum(['creator', 'treasury', 'sale']).default('creator'),
  recipientAddress: pastedAddressSchema.optional(),
})

export type CreateRound = z.infer<typeof createRoundSchema>
export type CreateRoundInput = z.input<typeof createRoundSchema>

/** A round by roundId, or a draft by the key of its row. */
export const roundKeySchema = z.union([bytes32Schema, z.uuid()])
export const freezeRoundSchema = z.strictObject({ id: roundKeySchema })
export const cancelRoundSchema = z.strictObject({
  id: roundKeySchema,
  reason: z.string().trim().min(3, words.reason).max(200, words.mostLetters(200)),
})

/** Whether volunteers' computers may render for a round. */
export const volunteersSchema = z.strictObject({ id: roundKeySchema, on: z.boolean() })

const { prefer, privacy, outputs, without } = policySchema.shape

/** What a round asks of providers from now on: all of it, since what was left out would be set too. */
export const routingSchema = z.strictObject({
  id: roundKeySchema,
  prefer: prefer.unwrap(),
  privacy: privacy.unwrap(),
  outputs: outputs.unwrap(),
  without: without.unwrap(),
  /** Of all its pictures, millionths of a US dollar; null takes the bound away. */
  budgetMicroUsd: z
    .int(words.dollars)
    .min(0, words.dollars)
    .max(MOST_BUDGET_MICRO_USD, words.mostDollars(MOST_BUDGET_MICRO_USD / 1_000_000))
    .nullable(),
})

export type SetRouting = z.output<typeof routingSchema>

export const roundStates = [
  'draft',
  'submissions',
  'voting',
  'counting',
  'challenge',
  'final',
  'minted',
  'cancelled',
] as const
export const roundStateSchema = z.enum(roundStates)

const placeSchema = z.object({
  tx: bytes32Schema,
  block: z.int(),
  /** Unix seconds of the block. */
  time: z.int(),
})

export const chainViewSchema = z.object({
  opened: placeSchema
    .extend({
      /** Hash of the block: what queues of duels are drawn from. */
      blockHash: bytes32Schema,
      roundIndex: z.int(),
      director: addressSchema,
      guardian: addressSchema,
      operator: addressSchema,
    })
    .nullable(),
  /** The highest head on chain: the sealed log once voting and its grace are over. */
  anchored: placeSchema.extend({ size: z.int(), root: bytes32Schema }).nullable(),
  postedCount: z.int(),
  voids: z.array(z.object({ number: z.int(), reason: bytes32Schema })),
  cancelled: placeSchema.extend({ reason: bytes32Schema }).nullable(),
  /** The proof that froze the round; null once the guardian has lifted it. */
  frozen: placeSchema
    .extend({
      /** Who signed the head that the proof rests on. */
      operator: addressSchema,
      /** Two logs of one size, or one that the sealed log does not continue. */
      evidence: z.enum(['equivocation', 'dropped']),
      /** Ballots that the signed head covers. */
      size: decimalSchema,
      signedRoot: bytes32Schema,
      /** Signed besides, or what was sealed instead. */
      otherRoot: bytes32Schema,
    })
    .nullable(),
  closes: z.array(
    placeSchema.extend({
      closes: z.int(),
      resultHash: bytes32Schema,
      winnersRoot: bytes32Schema,
      bundleDigest: bytes32Schema,
      finalAt: z.int(),
    }),
  ),
  closedAt: z.int().nullable(),
  finalAt: z.int().nullable(),
  minted: z.array(
    placeSchema.extend({
      rank: z.int(),
      number: z.int(),
      tokenId: decimalSchema,
      tokenDigest: bytes32Schema,
      recipient: addressSchema,
    }),
  ),
})

/** A round as a row of a list. */
export const roundSummarySchema = z.object({
  /** The roundId; a draft has none yet and is addressed by its row. */
  id: z.string(),
  /** Key of the row. */
  rowId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  brief: z.string(),
  state: roundStateSchema,
  stateReason: z.string().nullable(),
  /** A proof against its operator stands, and the guardian has not ruled. */
  isFrozen: z.boolean(),
  community: communityViewSchema.pick({ slug: true, name: true }),
  submissionsCloseAt: z.int(),
  opensAt: z.int(),
  closesAt: z.int(),
  finalAt: z.int().nullable(),
  places: z.int(),
  method: z.enum(METHOD_IDS),
  candidateCount: z.int(),
  /** Works that briefs asked for, made or not. */
  requestedCount: z.int(),
  /** Works that the round has places for on its wall: "84 of 120 hung". */
  maxCandidates: z.int(),
  ballotCount: z.int(),
})

export const roundViewSchema = roundSummarySchema.extend({
  roundId: bytes32Schema.nullable(),
  rules: rulesSchema,
  /** Unix seconds of the instance's clock when this was read. */
  now: z.int(),
  candidateRoot: bytes32Schema.nullable(),
  /** Candidates are numbered and nothing more is admitted. */
  admissionEnded: z.boolean(),
  /** Briefs may be rendered on volunteers' computers: strangers see them. */
  volunteers: z.boolean(),
  /** What the round asks of providers. */
  routing: policySchema,
  community: communityViewSchema,
  chain: chainViewSchema,
})

export type RoundState = z.infer<typeof roundStateSchema>
/** A head of the log on chain. */
export const anchoredHeadSchema = placeSchema.pick({ block: true, time: true }).extend({
  size: z.int(),
  root: bytes32Schema,
})
export type AnchoredHead = z.infer<typeof anchoredHeadSchema>

export type ChainView = z.infer<typeof chainViewSchema>
export type RoundSummary = z.infer<typeof roundSummarySchema>
export type RoundView = z.infer<typeof roundViewSchema>

export const resultViewSchema = z.object({
  roundId: bytes32Schema,
  attempt: z.int(),
  resultHash: bytes32Schema,
  winnersRoot: bytes32Schema,
  bundleDigest: bytes32Schema,
  /** Whether closeRound anchored exactly this result. */
  anchored: z.boolean(),
  result: resultSchema,
  works: z.array(
    z.object({
      number: z.int(),
      contentHash: z.string(),
      title: z.string(),
      creator: z.string(),
      creatorName: z.string(),
    }),
  ),
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
})
export type ResultView = z.infer<typeof resultViewSchema>

/** A round whose public record can be downloaded. */
export const roundRecordSchema = z.object({
  roundId: bytes32Schema,
  slug: z.string(),
  title: z.string(),
  community: communityViewSchema.pick({ slug: true, name: true }),
  closesAt: z.int(),
  bundleDigest: bytes32Schema,
  /** Chains besides the home chain that votes are read on. */
  otherChains: z.array(z.int()),
  turnout: resultSchema.shape.turnout,
})
export type RoundRecord = z.infer<typeof roundRecordSchema>

/** One call on the collection, exactly as the signer's wallet sends it; integers in `args` are decimal strings. */
export const callViewSchema = z.object({
  to: addressSchema,
  functionName: z.string(),
  args: z.array(z.unknown()),
  data: hexSchema,
})
export type CallView = z.infer<typeof callViewSchema>

export const openingViewSchema = z.object({
  ready: z.boolean(),
  missing: z.array(
    z.enum(['not-frozen', 'submissions-running', 'not-numbered', 'no-candidates', 'opened', 'cancelled']),
  ),
  opensAt: z.int(),
  candidateCount: z.int(),
  candidateRoot: bytes32Schema.nullable(),
  signer: z.object({ role: z.literal('director'), address: addressSchema }),
  call: callViewSchema.nullable(),
})
export type OpeningView = z.infer<typeof openingViewSchema>

export const closingViewSchema = z.object({
  ready: z.boolean(),
  missing: z.array(
    z.enum(['not-opened', 'voting-running', 'not-sealed', 'not-counted', 'frozen', 'closed', 'cancelled']),
  ),
  /** Unix seconds: closeRound is taken from here on. */
  sealedAt: z.int(),
  closes: z.int(),
  /** What the chain will keep; null until the round is counted. */
  closing: z
    .object({
      resultHash: bytes32Schema,
      winnersRoot: bytes32Schema,
      sharesRoot: bytes32Schema,
      sharesTotal: decimalSchema,
      bundleDigest: bytes32Schema,
    })
    .nullable(),
  /** Whether the chain already carries exactly this. */
  anchored: z.boolean(),
  signer: z.object({ role: z.literal('director'), address: addressSchema }),
  call: callViewSchema.nullable(),
})
export type ClosingView = z.infer<typeof closingViewSchema>

export const winnersViewSchema = z.object({
  ready: z.boolean(),
  missing: z.array(
    z.enum(['not-closed', 'challenge-running', 'frozen', 'no-winners', 'minted', 'cancelled', 'not-ours']),
  ),
  finalAt: z.int().nullable(),
  /** In ascending order of leaf hash, as mintWinners takes them. */
  rows: z.array(
    z.object({
      rank: z.int(),
      number: z.int(),
      tokenDigest: bytes32Schema,
      recipient: addressSchema,
      tokenId: decimalSchema,
      tokenUri: z.string(),
      minted: z.boolean(),
      mintTx: bytes32Schema.nullable(),
    }),
  ),
  call: callViewSchema.nullable(),
})
export type WinnersView = z.infer<typeof winnersViewSchema>
