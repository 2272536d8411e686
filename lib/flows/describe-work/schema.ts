import { z } from 'zod'
import { marketplaceShape } from '#lib/protocol/marketplace-fields.ts'
import { tokenDocumentSchema } from '#lib/protocol/token-document.ts'

export const workParams = z.object({
  /** SHA-256 of the picture's file, 64 hex digits. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export const metadataQuery = z.object({ format: z.enum(['erc721', 'jsonld']).default('erc721') })

const use = z.enum(['allowed', 'constrained'])
const page = {
  external_url: z.url(),
  /** ERC-7517; absent where the licence is none of the registry. */
  dataMiningPreference: z
    .strictObject({ dataMining: use, aiInference: use, aiTraining: use, aiGenerativeTraining: use })
    .optional(),
}

/** ERC-721 metadata, with the provenance of its round once it is minted; or a node of schema.org. */
export const workMetadataSchema = z.union([
  tokenDocumentSchema.extend(page),
  z.strictObject({ ...marketplaceShape, ...page }),
  z.looseObject({ '@context': z.literal('https://schema.org'), '@type': z.array(z.string()) }),
])
