import { z } from 'zod'
import { addressSchema, bytes32Schema } from '#lib/protocol/primitives.ts'
import { strategySchema, strategyShapes } from '#lib/protocol/strategy.ts'
import * as words from '#messages/communities/schema.ts'

export const slugSchema = z.string().regex(/^[a-z0-9](-?[a-z0-9]){1,47}$/, words.slug)

/** An address as people paste it; kept in lower case. */
export const pastedAddressSchema = z
  .string()
  .trim()
  .regex(/^0x[0-9a-fA-F]{40}$/, words.address)
  .transform((text) => addressSchema.parse(text.toLowerCase()))

/** A strategy that new rounds of the community copy into their rules. */
export const communityStrategySchema = strategyShapes(pastedAddressSchema)

export const registerCommunitySchema = z.strictObject({
  slug: slugSchema,
  name: z.string().trim().min(2, words.leastTwoLetters).max(80, words.mostLetters(80)),
  description: z.string().trim().max(1000, words.mostLetters(1000)).default(''),
  collection: pastedAddressSchema,
  /** The transaction that deployed the collection: says where its events begin. */
  deployTx: bytes32Schema,
  strategies: z.array(communityStrategySchema).min(1, words.leastSource).max(16),
  licence: z.string().min(1).max(64),
})

export type RegisterCommunity = z.infer<typeof registerCommunitySchema>

export const rolesSchema = z.object({
  owner: addressSchema,
  director: addressSchema,
  guardian: addressSchema,
  operator: addressSchema,
  treasury: addressSchema,
})

/** Who may do what in the collection's next round, as the contract says. */
export type Roles = z.infer<typeof rolesSchema>

export const communityViewSchema = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  chainId: z.int(),
  collection: addressSchema,
  deployBlock: z.int(),
  roles: rolesSchema,
  strategies: z.array(strategySchema),
  licence: z.string(),
  roundCount: z.int(),
})

export type CommunityView = z.infer<typeof communityViewSchema>
