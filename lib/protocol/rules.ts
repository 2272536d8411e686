import { z } from 'zod'
import { sha256Bytes32 } from './bytes.ts'
import { canonicalBytes } from './canonical.ts'
import { ProtocolError } from './errors.ts'
import type { Bytes32 } from './primitives.ts'
import {
  addressSchema,
  bytes32Schema,
  decimalSchema,
  fileHashSchema,
  NOT_ZERO,
  secondsSchema,
} from './primitives.ts'
import { parseShape } from './shape.ts'
import { assertStrategies, strategySchema } from './strategy.ts'

/** The ways to vote. Ranked fills one place by instant runoff, several by the single transferable vote. */
export const METHOD_IDS = [
  'single',
  'approval',
  'weighted',
  'quadratic',
  'score',
  'ranked',
  'pairwise',
] as const
export type MethodId = (typeof METHOD_IDS)[number]

const COMMON_ALGORITHMS = {
  log: 'rfc9162-sha256/1',
  numbering: 'hash-order/1',
  contentCid: 'unixfs-raw-262144-174/1',
  tie: 'lot/1',
  winners: 'openzeppelin-standard/1',
} as const

/** Algorithms by name and version, so that a verifier knows which ones to run. */
export function algorithmsOf(method: MethodId) {
  const { log, numbering, contentCid, tie, winners } = COMMON_ALGORITHMS
  return { log, numbering, contentCid, tally: `${method}/1` as const, tie, winners }
}

/** Most works of a round that is counted by elimination. */
export const MAX_RANKED_CANDIDATES = 200

const limitsSchema = z.strictObject({
  /** Works on a ballot; duels for pairwise. */
  maxChoices: z.int().min(1).max(10_000),
  maxCandidates: z.int().min(1).max(10_000),
  /** Quadratic: most credits of a voter, and the power that gives one. */
  credits: z.int().min(1).max(1_000_000).optional(),
  creditUnit: decimalSchema
    .refine((text) => text !== '0', 'a unit of zero')
    .meta(NOT_ZERO)
    .optional(),
  /** Score: the most points for a work. */
  maxScore: z.int().min(2).max(10).optional(),
  /** Pairwise: duels, and voters who judged them, from which on a work is ranked. */
  minComparisons: z.int().min(1).max(10_000).optional(),
  minVoters: z.int().min(1).max(10_000).optional(),
})

/** Limits that a method has beside those of all. */
export const METHOD_LIMITS: Record<MethodId, readonly (keyof z.infer<typeof limitsSchema>)[]> = {
  single: [],
  approval: [],
  weighted: [],
  quadratic: ['credits', 'creditUnit'],
  score: ['maxScore'],
  ranked: [],
  pairwise: ['minComparisons', 'minVoters'],
}

/** rules.json of a round (PROTOCOL 1). Every field is present; what is unused is null. */
export const rulesSchema = z.strictObject({
  protocol: z.literal('verso/1'),
  algorithms: z.strictObject({
    log: z.literal(COMMON_ALGORITHMS.log),
    numbering: z.literal(COMMON_ALGORITHMS.numbering),
    contentCid: z.literal(COMMON_ALGORITHMS.contentCid),
    tally: z.templateLiteral([z.enum(METHOD_IDS), '/1']),
    tie: z.literal(COMMON_ALGORITHMS.tie),
    winners: z.literal(COMMON_ALGORITHMS.winners),
  }),
  chainId: z
    .int()
    .min(1)
    .max(2 ** 32),
  collection: addressSchema,
  nonce: bytes32Schema,
  title: z.string().min(1).max(80),
  brief: z.string().min(1).max(2000),
  method: z.enum(METHOD_IDS),
  limits: limitsSchema,
  places: z.int().min(1).max(200),
  quorum: z.strictObject({ kind: z.enum(['voters', 'power']), value: decimalSchema }),
  strategies: z.array(strategySchema).min(1).max(16),
  powerCap: decimalSchema.nullable(),
  snapshotAt: secondsSchema,
  submissionsOpenAt: secondsSchema,
  submissionsCloseAt: secondsSchema,
  opensAt: secondsSchema,
  closesAt: secondsSchema,
  sealGrace: z.int().min(0).max(900),
  challengeSeconds: z
    .int()
    .min(0)
    .max(2 ** 31),
  headInterval: z.int().min(60).max(86_400),
  finalityDepth: z.int().min(0).max(10_000),
  signingChains: z
    .array(
      z
        .int()
        .min(1)
        .max(2 ** 32),
    )
    .min(1)
    .max(16)
    .meta({ uniqueItems: true }),
  gates: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
        version: z.string(),
        threshold: z.int(),
      }),
    )
    .max(64),
  houseStyleHash: fileHashSchema.nullable(),
  licence: z.strictObject({ id: z.string().min(1).max(64), textHash: fileHashSchema }),
  royalty: z.strictObject({ receiver: addressSchema, bps: z.int().min(0).max(1000) }),
  c2paRoot: bytes32Schema,
  recipient: z.strictObject({
    kind: z.enum(['creator', 'treasury', 'sale']),
    address: addressSchema.nullable(),
  }),
  treasury: addressSchema,
  edition: z.strictObject({ kind: z.literal('unique') }),
  reward: z.strictObject({ kind: z.literal('none') }),
  operator: addressSchema,
  shield: z.literal('none'),
})

export type Rules = z.infer<typeof rulesSchema>

/** The one chain whose rounds may have a shorter challenge: a local one. */
const LOCAL_CHAIN = 31_337
const DAY_SECONDS = 86_400

function assertTimes(rules: Rules): void {
  const { submissionsOpenAt, submissionsCloseAt, opensAt, closesAt, snapshotAt } = rules
  if (!(submissionsOpenAt < submissionsCloseAt && submissionsCloseAt < opensAt && opensAt < closesAt)) {
    throw new ProtocolError(
      'rules-times',
      'submissions open, submissions close, opening, close: each later than the one before',
    )
  }
  if (snapshotAt > opensAt) throw new ProtocolError('rules-times', 'the snapshot is after the opening')
  if (rules.challengeSeconds < DAY_SECONDS && rules.chainId !== LOCAL_CHAIN) {
    throw new ProtocolError('rules-times', 'a challenge of less than 24 hours')
  }
}

function assertChains(rules: Rules): void {
  if (!rules.signingChains.includes(rules.chainId)) {
    throw new ProtocolError('schema-invalid', 'rules.signingChains: lacks the home chain')
  }
  if (new Set(rules.signingChains).size !== rules.signingChains.length) {
    throw new ProtocolError('schema-invalid', 'rules.signingChains: a chain twice')
  }
}

function assertMethod({ method, algorithms, limits }: Rules): void {
  if (algorithms.tally !== `${method}/1`)
    throw new ProtocolError('rules-method', '{method} is not counted by {tally}', {
      method,
      tally: algorithms.tally,
    })
  const own: readonly string[] = METHOD_LIMITS[method]
  const given = Object.keys(limits).filter((name) => name !== 'maxChoices' && name !== 'maxCandidates')
  const wrong = [...own, ...given].find((name) => !own.includes(name) || !given.includes(name))
  if (wrong)
    throw new ProtocolError(
      'rules-method',
      ...(own.includes(wrong)
        ? (['limits.{name}: missing for {method}', { name: wrong, method }] as const)
        : (['limits.{name}: not for {method}', { name: wrong, method }] as const)),
    )
  if (method === 'single' && limits.maxChoices !== 1)
    throw new ProtocolError('rules-method', 'limits.maxChoices: a single choice is one')
  if (method === 'ranked' && limits.maxCandidates > MAX_RANKED_CANDIDATES)
    throw new ProtocolError('rules-method', 'limits.maxCandidates: at most {most} for ranked', {
      most: MAX_RANKED_CANDIDATES,
    })
}

function assertRecipient({ recipient }: Rules): void {
  if ((recipient.kind === 'sale') !== (recipient.address !== null)) {
    throw new ProtocolError('schema-invalid', 'rules.recipient.address: set for a sale, null otherwise')
  }
}

/**
 * Rules that a round may freeze (PROTOCOL 1): shape, order of times, strategies, method, chains, recipient, text.
 * @throws ProtocolError `schema-invalid`, `rules-times`, `rules-strategies`, `rules-method`, and those of `canonicalText`
 */
export function parseRules(value: unknown): Rules {
  const rules = parseShape(rulesSchema, value, 'rules')
  canonicalBytes(rules)
  assertTimes(rules)
  assertStrategies(rules)
  assertMethod(rules)
  assertChains(rules)
  assertRecipient(rules)
  return rules
}

/** SHA-256(JCS(rules)): names the round everywhere, on chain too. */
export function roundIdOf(rules: Rules): Bytes32 {
  return sha256Bytes32(canonicalBytes(rules))
}
