import { z } from 'zod'
import { sha256Bytes32 } from './bytes.ts'
import { type Candidate, candidateSchema, type Metadata } from './candidates.ts'
import { canonicalBytes } from './canonical.ts'
import { ProtocolError } from './errors.ts'
import { marketplaceFields, marketplaceShape } from './marketplace-fields.ts'
import { addressSchema, type Bytes32, bytes32Schema, decimalSchema, fileHashSchema } from './primitives.ts'
import { resultHashOf, type SealedResult } from './result.ts'
import { type Rules, rulesSchema } from './rules.ts'

/** Largest token.json in bytes: one UnixFS chunk, so that its raw CID is its address everywhere. */
export const TOKEN_DOCUMENT_LIMIT = 262_144

/** token.json (PROTOCOL 8). */
export const tokenDocumentSchema = z.strictObject({
  ...marketplaceShape,
  provenance: z.strictObject({
    schema: z.literal('verso/token/1'),
    protocol: rulesSchema.shape.protocol,
    contentHash: fileHashSchema,
    recipeHash: fileHashSchema,
    metadataHash: fileHashSchema,
    renditions: candidateSchema.shape.renditions,
    creator: z.strictObject({ address: addressSchema }),
    gates: rulesSchema.shape.gates,
    c2paRoot: bytes32Schema,
    round: z.strictObject({
      chainId: rulesSchema.shape.chainId,
      collection: addressSchema,
      roundId: bytes32Schema,
      title: rulesSchema.shape.title,
      candidate: candidateSchema.shape.number,
      method: rulesSchema.shape.method,
      rank: z.int().min(1).max(200),
      score: decimalSchema,
      supporters: z.int().min(0),
      voters: z.int().min(0),
      power: decimalSchema,
      resultHash: bytes32Schema,
    }),
  }),
})

export type TokenDocument = z.infer<typeof tokenDocumentSchema>

/**
 * token.json of a winner: ERC-721 metadata as marketplaces read it, and the provenance behind it.
 * A pure function of what was frozen before the mint: no token id, transaction, clock or server address.
 */
export function tokenDocument(
  rules: Rules,
  candidate: Candidate,
  metadata: Metadata,
  result: SealedResult,
): TokenDocument {
  const winner = result.winners.find((row) => row.number === candidate.number)
  const ranked = result.ranking.find((row) => row.number === candidate.number)
  if (!winner || !ranked || metadata.number !== candidate.number)
    throw new ProtocolError('schema-invalid', 'candidate {number} has no place in the result', {
      number: candidate.number,
    })
  const fields = marketplaceFields(rules, candidate, metadata)
  return {
    ...fields,
    attributes: [...fields.attributes, { trait_type: 'Place', value: String(winner.rank) }],
    provenance: {
      schema: 'verso/token/1',
      protocol: rules.protocol,
      contentHash: candidate.contentHash,
      recipeHash: candidate.recipeHash,
      metadataHash: candidate.metadataHash,
      renditions: candidate.renditions,
      creator: { address: candidate.creator },
      gates: rules.gates,
      c2paRoot: rules.c2paRoot,
      round: {
        chainId: rules.chainId,
        collection: rules.collection,
        roundId: result.roundId,
        title: rules.title,
        candidate: candidate.number,
        method: result.method,
        rank: winner.rank,
        score: ranked.score,
        supporters: ranked.supporters,
        voters: result.turnout.voters,
        power: result.turnout.power,
        resultHash: resultHashOf(result),
      },
    },
  }
}

/** Canonical bytes of a token document; one beyond the limit is refused with `bundle-too-large`. */
export function tokenBytes(document: TokenDocument): Uint8Array {
  const bytes = canonicalBytes(document)
  if (bytes.length > TOKEN_DOCUMENT_LIMIT)
    throw new ProtocolError('bundle-too-large', 'token.json has {bytes} bytes', { bytes: bytes.length })
  return bytes
}

/** SHA-256 of the canonical token.json: the 32 bytes that the contract keeps. */
export function tokenDigestOf(document: TokenDocument): Bytes32 {
  return sha256Bytes32(tokenBytes(document))
}
