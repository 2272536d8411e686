import type { WorkView } from '#lib/candidates/schema.ts'
import { bytes32Of, digestOfFileHash } from '#lib/protocol/bytes.ts'
import { type Address, type Bytes32, fileHashSchema } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import type { RoundView } from '#lib/rounds/schema.ts'

/** The lines of a chain of custody, in their order. */
export type LineName =
  | 'Brief'
  | 'Parent'
  | 'Recipe'
  | 'Model'
  | 'Picture'
  | 'Credentials'
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
    | 'mime'
    | 'creator'
    | 'brief'
    | 'recipe'
    | 'recipeHash'
    | 'metadata'
    | 'metadataHash'
    | 'record'
    | 'licence'
  > & {
    /** Where credentials are read that stand beside the file: /ipfs/<cid>. */
    sidecar: string | null
  }
  token: TokenFacts | null
  /** The round's record is out, and small enough to be counted again when a work is turned over. */
  recount: boolean
}

/** A finished work stays the file that its creator signed for: its credentials stand beside it. */
function sidecarOf({ execution: { facts } }: WorkView): string | null {
  const hash = fileHashSchema.safeParse(facts.sidecar)
  return hash.success ? `/ipfs/${rawCidOf(bytes32Of(digestOfFileHash(hash.data)))}` : null
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
  const { metadata, metadataHash, record, licence, mime } = work
  return {
    roundId: round.roundId,
    rules: round.rules,
    collection: round.rules.collection,
    work: {
      number,
      contentHash,
      contentCid,
      src,
      mime,
      sidecar: sidecarOf(work),
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
