import { z } from 'zod'
import { keepDraftSchema } from '#lib/ballots/drafts/schema.ts'
import { dealSchema, hangOrderSchema, workPartSchema } from '#lib/candidates/schema.ts'
import { slugSchema } from '#lib/communities/schema.ts'
import { MOST_IN_A_BATCH } from '#lib/generation/routing/schema.ts'
import { addressSchema, bytes32Schema } from '#lib/protocol/primitives.ts'
import { roundKeySchema, routingSchema, volunteersSchema } from '#lib/rounds/schema.ts'

export const roundParams = z.object({ id: bytes32Schema })
export const draftParams = z.object({ id: roundKeySchema })

const taking = (otherwise: number, most: number) =>
  z.coerce.number().int().min(1).max(most).default(otherwise)

export const roundsQuery = z.object({
  community: z.string().max(48).optional(),
  cursor: z.string().max(64).optional(),
  take: taking(50, 100),
})
export const candidatesQuery = z.object({
  cursor: z.string().max(64).optional(),
  /** Starts at this work; for works that are numbered. */
  from: z.coerce.number().int().min(1).max(999_999).optional(),
  /** These works instead, at most 200, in the order of their numbers. */
  numbers: z
    .string()
    .regex(/^[1-9]\d{0,5}(,[1-9]\d{0,5}){0,199}$/)
    .transform((text) => text.split(',').map(Number))
    .optional(),
  take: taking(60, 200),
})
export const hangQuery = z.object({
  order: hangOrderSchema.default('fair'),
  /** A fair order that was dealt before. */
  deal: dealSchema.optional(),
})
export const exposureQuery = z.object({
  /** The newest one unless it is said. */
  epoch: z.coerce.number().int().min(0).max(999_999_999).optional(),
})
export const impressionsAnswer = z.object({ counted: z.int() })
export const eligibilityQuery = z.object({
  address: z
    .string()
    .regex(/^0x[0-9a-fA-F]{40}$/)
    .transform((text) => addressSchema.parse(text.toLowerCase())),
})
export const communityParams = z.object({ slug: slugSchema })
export const allowlistParams = z.object({ id: bytes32Schema, root: bytes32Schema })
export const headsQuery = z.object({
  cursor: z.coerce.number().int().min(0).optional(),
  take: taking(100, 1000),
})
export const hashesQuery = z.object({
  cursor: z.coerce.number().int().min(0).default(0),
  take: taking(1000, 10_000),
})
export const inclusionQuery = z.object({
  leaf: bytes32Schema,
  size: z.coerce.number().int().min(1).optional(),
})
export const consistencyQuery = z.object({
  first: z.coerce.number().int().min(0),
  second: z.coerce.number().int().min(0).optional(),
})
export const bundleQuery = z.object({ works: z.enum(['none', 'winners', 'all']).default('winners') })
export const workPartParams = z.object({
  id: bytes32Schema,
  /** SHA-256 of the picture's file, 64 hex digits. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  part: workPartSchema,
})
export const syncQuery = z.object({ tx: bytes32Schema })
export const receiptParams = z.object({ id: bytes32Schema, digest: bytes32Schema })
export const tokenParams = z.object({ id: z.string().regex(/^[1-9][0-9]{0,77}$/) })
export const tokenQuery = z.object({ collection: addressSchema.optional() })
export const volunteersBody = volunteersSchema.pick({ on: true })
export const routingBody = routingSchema.omit({ id: true })
export const quotesQuery = z.object({
  /** Pictures of the batch. */
  count: z.coerce.number().int().min(1).max(MOST_IN_A_BATCH).default(1),
})
export const draftBody = keepDraftSchema
export const cancelBody = z.strictObject({ reason: z.string().trim().min(3).max(200) })
export const verifyBody = z.strictObject({
  message: z.string().min(1).max(4000),
  signature: z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{2,16384}$/)]),
})

export const healthSchema = z.object({
  ok: z.boolean(),
  /** The demo's rounds are still being made. */
  seeding: z.boolean(),
  database: z.boolean(),
  chain: z.boolean(),
  /** Blocks that the database is behind the chain; null when either does not answer. */
  blocksBehind: z.int().nullable(),
  /** Home chain of the rounds. */
  chainId: z.int(),
  /** Who a collection must name to be registered here; null on a server without a key. */
  operator: addressSchema.nullable(),
})
export const clockSchema = z.object({
  /** Unix seconds of the instance's clock. */
  now: z.int(),
  offsetSeconds: z.int(),
  /** The clock can be moved: a local chain. */
  movable: z.boolean(),
})
export const sessionSchema = z.object({ address: addressSchema.nullable(), chainId: z.int().nullable() })
export const nonceSchema = z.object({ nonce: z.string() })
export const syncSchema = z.object({
  /** Number of the newest block that was read. */
  head: z.int(),
  found: z.boolean(),
})
export const lastSequenceSchema = z.object({ lastSequence: z.string() })
export const leafHashSchema = z.object({ index: z.int(), hash: bytes32Schema })
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  next: z.string(),
  detail: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
})

/** A page of a list; `nextCursor` null at its end. */
export function listOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}
