import { z } from 'zod'
import { type Candidate, candidateSchema, metadataSchema, type UnnumberedMetadata } from './candidates.ts'
import { addressSchema, fileHashSchema } from './primitives.ts'
import { type Rules, rulesSchema } from './rules.ts'

const cidSchema = candidateSchema.shape.contentCid
const uriSchema = z.templateLiteral(['ipfs://', z.string().regex(/^b[a-z2-7]{50,70}$/)])

/** Fields of ERC-721 metadata that marketplaces read: the head of a token document. */
export const marketplaceShape = {
  name: metadataSchema.shape.title,
  description: metadataSchema.shape.description,
  image: uriSchema,
  attributes: z
    .array(z.strictObject({ trait_type: z.string().min(1).max(64), value: z.string().min(1).max(128) }))
    .max(66),
  properties: z.strictObject({
    alt: metadataSchema.shape.alt,
    files: z
      .array(
        z.strictObject({
          uri: uriSchema,
          type: candidateSchema.shape.mime,
          role: z.literal('master'),
          sha256: fileHashSchema,
          cid: cidSchema,
          cidProfile: rulesSchema.shape.algorithms.shape.contentCid,
          width: candidateSchema.shape.width,
          height: candidateSchema.shape.height,
        }),
      )
      .length(1),
  }),
  license: metadataSchema.shape.licence,
  licenseRef: rulesSchema.shape.licence,
  royalty: z.strictObject({ ...rulesSchema.shape.royalty.shape, creator: addressSchema }),
}

export type MarketplaceFields = z.infer<z.ZodObject<typeof marketplaceShape>>

/** What a marketplace is told of a work: the traits and the round; its place comes with the result. */
export function marketplaceFields(
  rules: Pick<Rules, 'title' | 'algorithms' | 'licence' | 'royalty'>,
  candidate: Pick<Candidate, 'contentHash' | 'contentCid' | 'mime' | 'width' | 'height'>,
  metadata: UnnumberedMetadata,
): MarketplaceFields {
  const uri = `ipfs://${candidate.contentCid}` as const
  return {
    name: metadata.title,
    description: metadata.description,
    image: uri,
    attributes: [
      ...metadata.traits.map(({ name, value }) => ({ trait_type: name, value })),
      { trait_type: 'Round', value: rules.title },
    ],
    properties: {
      alt: metadata.alt,
      files: [
        {
          uri,
          type: candidate.mime,
          role: 'master',
          sha256: candidate.contentHash,
          cid: candidate.contentCid,
          cidProfile: rules.algorithms.contentCid,
          width: candidate.width,
          height: candidate.height,
        },
      ],
    },
    license: metadata.licence,
    licenseRef: rules.licence,
    royalty: { ...rules.royalty, creator: metadata.royaltyReceiver },
  }
}
