import { sha256Bytes32 } from './bytes.ts'
import type { Candidate, Metadata } from './candidates.ts'
import { canonicalBytes } from './canonical.ts'
import { ProtocolError } from './errors.ts'
import type { Bytes32 } from './primitives.ts'
import { resultHashOf, type SealedResult } from './result.ts'
import type { Rules } from './rules.ts'

/** Largest token.json in bytes: one UnixFS chunk, so that its raw CID is its address everywhere. */
export const TOKEN_DOCUMENT_LIMIT = 262_144

export type TokenDocument = ReturnType<typeof tokenDocument>

/**
 * token.json of a winner: ERC-721 metadata as marketplaces read it, and the provenance behind it.
 * A pure function of what was frozen before the mint: no token id, transaction, clock or server address.
 */
export function tokenDocument(rules: Rules, candidate: Candidate, metadata: Metadata, result: SealedResult) {
  const winner = result.winners.find((row) => row.number === candidate.number)
  const ranked = result.ranking.find((row) => row.number === candidate.number)
  if (!winner || !ranked || metadata.number !== candidate.number)
    throw new ProtocolError('schema-invalid', 'candidate {number} has no place in the result', {
      number: candidate.number,
    })
  return {
    name: metadata.title,
    description: metadata.description,
    image: `ipfs://${candidate.contentCid}`,
    attributes: [
      ...metadata.traits.map(({ name, value }) => ({ trait_type: name, value })),
      { trait_type: 'Round', value: rules.title },
      { trait_type: 'Place', value: String(winner.rank) },
    ],
    properties: {
      alt: metadata.alt,
      files: [
        {
          uri: `ipfs://${candidate.contentCid}`,
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
