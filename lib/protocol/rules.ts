import { z } from 'zod'
import { sha256Bytes32 } from './bytes.ts'
import { canonicalBytes } from './canonical.ts'
import { ProtocolError } from './errors.ts'
import type { Bytes32 } from './primitives.ts'
import { addressSchema, bytes32Schema, decimalSchema, fileHashSchema, secondsSchema } from './primitives.ts'
import { parseShape } from './shape.ts'

/** Algorithms by name and version, so that a verifier knows which ones to run. */
export const ALGORITHMS = {
  log: 'rfc9162-sha256/1',
  numbering: 'hash-order/1',
  contentCid: 'unixfs-raw-262144-174/1',
  tally: 'approval/1',
  tie: 'lot/1',
  winners: 'openzeppelin-standard/1',
} as const

/**
 * One strategy's figures: order is cap, root, multiply (numerator / denominator, floored).
 * All amounts are integers in the token's smallest unit.
 */
export const strategyParamsSchema = z.strictObject({
  cap: decimalSchema.nullable(),
  root: z.enum(['none', 'square']),
  numerator: decimalSchema,
  denominator: decimalSchema.refine((text) => text !== '0', 'a denominator of zero'),
})

export const strategySchema = z.strictObject({
  id: z.enum(['erc20-votes', 'erc721-balance']),
  version: z.literal('1'),
  chainId: z
    .int()
    .min(1)
    .max(2 ** 32),
  token: addressSchema,
  params: strategyParamsSchema,
})

/** rules.json of a round (PROTOCOL 1). Every field is present; what is unused is null. */
export const rulesSchema = z.strictObject({
  protocol: z.literal('verso/1'),
  algorithms: z.strictObject({
    log: z.literal(ALGORITHMS.log),
    numbering: z.literal(ALGORITHMS.numbering),
    contentCid: z.literal(ALGORITHMS.contentCid),
    tally: z.literal(ALGORITHMS.tally),
    tie: z.literal(ALGORITHMS.tie),
    winners: z.literal(ALGORITHMS.winners),
  }),
  chainId: z
    .int()
    .min(1)
    .max(2 ** 32),
  collection: addressSchema,
  nonce: bytes32Schema,
  title: z.string().min(1).max(80),
  brief: z.string().min(1).max(2000),
  method: z.enum(['approval']),
  limits: z.strictObject({
    maxChoices: z.int().min(1).max(10_000),
    maxCandidates: z.int().min(1).max(10_000),
  }),
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
    .max(16),
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
export type Strategy = z.infer<typeof strategySchema>

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

function assertStrategies(rules: Rules): void {
  const seen = new Set<string>()
  for (const { chainId, token } of rules.strategies) {
    const key = `${chainId} ${token}`
    if (seen.has(key))
      throw new ProtocolError('rules-strategies', `token ${token} on chain ${chainId} counts twice`)
    seen.add(key)
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

function assertRecipient({ recipient }: Rules): void {
  if ((recipient.kind === 'sale') !== (recipient.address !== null)) {
    throw new ProtocolError('schema-invalid', 'rules.recipient.address: set for a sale, null otherwise')
  }
}

/**
 * Rules that a round may freeze (PROTOCOL 1): shape, order of times, strategies, chains, recipient, text.
 * @throws ProtocolError `schema-invalid`, `rules-times`, `rules-strategies`, and those of `canonicalText`
 */
export function parseRules(value: unknown): Rules {
  const rules = parseShape(rulesSchema, value, 'rules')
  canonicalBytes(rules)
  assertTimes(rules)
  assertStrategies(rules)
  assertChains(rules)
  assertRecipient(rules)
  return rules
}

/** SHA-256(JCS(rules)): names the round everywhere, on chain too. */
export function roundIdOf(rules: Rules): Bytes32 {
  return sha256Bytes32(canonicalBytes(rules))
}
