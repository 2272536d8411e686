import type { WorkView } from '#lib/candidates/schema.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import type { RoundView } from '#lib/rounds/schema.ts'

/** The lines of a chain of custody, in their order. */
export type LineName =
  | 'Brief'
  | 'Parent'
  | 'Recipe'
  | 'Model'
  | 'Picture'
  | 'Metadata'
  | 'Gates'
  | 'Ballots'
  | 'Result'
  | 'Token'
  | 'Licence'

export type TokenFacts = {
  tokenId: string
  tokenDigest: Bytes32
  /** Where token.json is read: /ipfs/<cid>. */
  path: string
  block: number
}

/** What the browser needs to check a work again by itself. */
export type WorkFacts = {
  roundId: Bytes32
  rules: Rules
  collection: Address
  work: Pick<
    WorkView,
    | 'number'
    | 'contentHash'
    | 'contentCid'
    | 'src'
    | 'creator'
    | 'brief'
    | 'recipe'
    | 'recipeHash'
    | 'metadata'
    | 'metadataHash'
    | 'record'
    | 'licence'
  >
  token: TokenFacts | null
  /** The round's record is out, and small enough to be counted again when a work is turned over. */
  recount: boolean
}

/** Signatures that a phone checks while one looks at the back of a work. */
const BALLOTS_CHECKED_AT_ONCE = 1_000

export function workFacts(input: {
  round: RoundView & { roundId: Bytes32 }
  work: WorkView
  token: TokenFacts | null
  published: boolean
}): WorkFacts {
  const { round, work, token, published } = input
  const { number, contentHash, contentCid, src, creator, brief, recipe, recipeHash } = work
  const { metadata, metadataHash, record, licence } = work
  return {
    roundId: round.roundId,
    rules: round.rules,
    collection: round.rules.collection,
    work: {
      number,
      contentHash,
      contentCid,
      src,
      creator,
      brief,
      recipe,
      recipeHash,
      metadata,
      metadataHash,
      record,
      licence,
    },
    token,
    recount: published && round.ballotCount <= BALLOTS_CHECKED_AT_ONCE,
  }
}
