import { z } from 'zod'
import { addressSchema, bytes32Schema, decimalSchema } from '#lib/protocol/primitives.ts'

/** A minted winner and where its record is. */
export const tokenViewSchema = z.object({
  tokenId: decimalSchema,
  chainId: z.int(),
  collection: addressSchema,
  community: z.object({ slug: z.string(), name: z.string() }),
  round: z.object({ id: bytes32Schema, slug: z.string(), title: z.string() }),
  rank: z.int(),
  number: z.int(),
  title: z.string(),
  contentHash: z.string(),
  contentCid: z.string(),
  /** SHA-256 of token.json: what the contract keeps. */
  tokenDigest: bytes32Schema,
  tokenUri: z.string(),
  /** Who received it when it was minted. */
  recipient: addressSchema,
  /** Who holds it now; null when the chain does not answer. */
  owner: addressSchema.nullable(),
  mintTx: bytes32Schema,
  /** Unix seconds of the block. */
  mintedAt: z.int(),
})
export type TokenView = z.infer<typeof tokenViewSchema>
