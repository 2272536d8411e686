import { z } from 'zod'
import { ProtocolError } from './errors.ts'
import { addressSchema, bytes32Schema, decimalSchema, NOT_ZERO, secondsSchema } from './primitives.ts'

/** Rows that an allowlist may have. */
export const MAX_ALLOWLIST_ROWS = 1_000_000
/** Times besides the snapshot at which one strategy may be read. */
export const MAX_TIMES = 8

/** Strategies that ask a token what an account has; `erc1155-balance` besides names the id. */
export const PLAIN_TOKEN_IDS = ['erc20-votes', 'erc721-votes', 'erc20-balance', 'erc721-balance'] as const
export const TOKEN_IDS = [...PLAIN_TOKEN_IDS, 'erc1155-balance'] as const

const version = z.literal('1')
const chainId = z
  .int()
  .min(1)
  .max(2 ** 32)

/** Order is cap, root, multiply (numerator / denominator, floored); amounts are in the smallest unit. */
const figures = {
  cap: decimalSchema.nullable(),
  root: z.enum(['none', 'square']),
  numerator: decimalSchema,
  denominator: decimalSchema.refine((text) => text !== '0', 'a denominator of zero').meta(NOT_ZERO),
}

/** Unix seconds before the snapshot: with them, an account has the least of what it had at any of these moments. */
const times = z.array(secondsSchema).min(1).max(MAX_TIMES).optional()

const tokenIdSchema = decimalSchema
  .refine((text) => BigInt(text) < 2n ** 256n, 'beyond uint256')
  .meta({ description: 'Below 2^256' })

/** The shapes of a strategy by its id; how a token's address is spelled is the caller's. */
export function strategyShapes<Token extends z.ZodType<`0x${string}`>>(token: Token) {
  return z.discriminatedUnion('id', [
    z.strictObject({
      id: z.enum(PLAIN_TOKEN_IDS),
      version,
      chainId,
      token,
      params: z.strictObject({ ...figures, times }),
    }),
    z.strictObject({
      id: z.literal('erc1155-balance'),
      version,
      chainId,
      token,
      params: z.strictObject({ ...figures, tokenId: tokenIdSchema, times }),
    }),
    z.strictObject({
      id: z.literal('merkle-allowlist'),
      version,
      params: z.strictObject({
        ...figures,
        allowlistRoot: bytes32Schema,
        rows: z.int().min(1).max(MAX_ALLOWLIST_ROWS),
      }),
    }),
    z.strictObject({
      id: z.literal('fixed'),
      version,
      params: z.strictObject({
        amount: decimalSchema.refine((text) => text !== '0', 'an amount of zero').meta(NOT_ZERO),
      }),
    }),
  ])
}

export const strategySchema = strategyShapes(addressSchema)

/** What gives power (PROTOCOL 5): a token, a list, or one stated amount for every voter. */
export type Strategy = z.infer<typeof strategySchema>
export type TokenStrategy = Extract<Strategy, { token: unknown }>
export type AllowlistStrategy = Extract<Strategy, { id: 'merkle-allowlist' }>

/** Whether a strategy is read from a chain. */
export function readsToken(strategy: Strategy): strategy is TokenStrategy {
  return 'token' in strategy
}

/** Whether a strategy is read from a published list. */
export function readsAllowlist(strategy: Strategy): strategy is AllowlistStrategy {
  return strategy.id === 'merkle-allowlist'
}

/** Whether a token is asked for the votes delegated to an account, and not for what it holds. */
export function countsDelegated({ id }: Pick<Strategy, 'id'>): boolean {
  return id === 'erc20-votes' || id === 'erc721-votes'
}

/** Times besides the snapshot at which a strategy is read, ascending. */
export function timesOf(strategy: Strategy): readonly number[] {
  return readsToken(strategy) ? (strategy.params.times ?? []) : []
}

/** A moment of a chain that powers are read at. */
export type Moment = { chainId: number; at: number }

/** Every moment that powers are read at, once, by chain and time. */
export function momentsOf(rules: { strategies: readonly Strategy[]; snapshotAt: number }): Moment[] {
  const moments = new Map<string, Moment>()
  for (const strategy of rules.strategies.filter(readsToken))
    for (const at of [...timesOf(strategy), rules.snapshotAt])
      moments.set(`${strategy.chainId} ${at}`, { chainId: strategy.chainId, at })
  return [...moments.values()].toSorted((a, b) => a.chainId - b.chainId || a.at - b.at)
}

/** Chains besides the home chain that powers are read on, ascending. */
export function otherChainsOf(rules: {
  chainId: number
  strategies: readonly Strategy[]
  snapshotAt: number
}): number[] {
  const chains = new Set(momentsOf(rules).map(({ chainId }) => chainId))
  return [...chains].filter((chainId) => chainId !== rules.chainId)
}

/** What two strategies of one round must not share. */
export function sourceOf(strategy: Strategy): string {
  switch (strategy.id) {
    case 'fixed':
      return 'a fixed amount'
    case 'merkle-allowlist':
      return `allowlist ${strategy.params.allowlistRoot}`
    case 'erc1155-balance':
      return `id ${strategy.params.tokenId} of token ${strategy.token} on chain ${strategy.chainId}`
    default:
      return `token ${strategy.token} on chain ${strategy.chainId}`
  }
}

/** @throws ProtocolError `rules-strategies` for a source that counts twice, `rules-times` for times out of order */
export function assertStrategies(rules: { strategies: readonly Strategy[]; snapshotAt: number }): void {
  const seen = new Set<string>()
  for (const strategy of rules.strategies) {
    const source = sourceOf(strategy)
    if (seen.has(source)) throw new ProtocolError('rules-strategies', '{source} counts twice', { source })
    seen.add(source)
    const times = [...timesOf(strategy), rules.snapshotAt]
    if (times.some((time, index) => index > 0 && time <= (times[index - 1] ?? 0)))
      throw new ProtocolError('rules-times', 'times of a strategy ascend and lie before the snapshot')
  }
}
