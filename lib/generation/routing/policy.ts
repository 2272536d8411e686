import { z } from 'zod'

const permille = z.int().min(0).max(1000)

/** How much each of three goods counts, relative to the others; at least one counts. */
export const weightsSchema = z
  .strictObject({ cost: permille, speed: permille, quality: permille })
  .refine(({ cost, speed, quality }) => cost + speed + quality > 0)

export type Weights = z.output<typeof weightsSchema>

/** What a round asks of providers, as its director sets it. */
export const policySchema = z.strictObject({
  prefer: z.union([z.enum(['cheapest', 'fastest', 'best']), weightsSchema]).default('cheapest'),
  /** The furthest that prompts may go. Volunteers are let in by a switch of their own. */
  privacy: z.enum(['this-server', 'provider', 'strangers']).default('strangers'),
  /** `any-use`: only models whose terms let their pictures be used for anything. */
  outputs: z.enum(['any', 'any-use']).default('any'),
  /** Providers that are not asked. */
  without: z.array(z.string().min(1).max(64)).max(64).default([]),
})

export type RoutingPolicy = z.output<typeof policySchema>

export const DEFAULT_POLICY: RoutingPolicy = policySchema.parse({})

const PRESETS = {
  cheapest: { cost: 900, speed: 90, quality: 10 },
  fastest: { cost: 10, speed: 900, quality: 90 },
  best: { cost: 10, speed: 10, quality: 980 },
} as const satisfies Record<string, Weights>

export const weightsOf = ({ prefer }: Pick<RoutingPolicy, 'prefer'>): Weights =>
  typeof prefer === 'string' ? PRESETS[prefer] : prefer
