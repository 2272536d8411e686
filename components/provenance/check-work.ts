import { http } from 'viem'
import { verifyBrief } from '#lib/protocol/brief.ts'
import { parentOfBrief } from '#lib/protocol/brief-parent.ts'
import { fileHashOf, sha256Bytes32 } from '#lib/protocol/bytes.ts'
import { metadataHashOf } from '#lib/protocol/candidates.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { LICENCES, licenceTextHash } from '#lib/protocol/licences.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { recipeHashOf } from '#lib/protocol/recipe.ts'
import { chainReader } from '#lib/protocol/verify/rpc-reader.ts'
import { fetchBytes } from './fetch-bytes.ts'
import type { LineName, WorkFacts } from './work-facts.ts'

/** What a check found; `text` replaces the line's sentence, `found` stands beside the hash of the record. */
export type LineFinding = { verdict: 'checked' | 'broken' | 'unknown'; text?: string; found?: string }

export type Tell = (name: LineName, finding: LineFinding) => void

const CHECKED: LineFinding = { verdict: 'checked' }
const broken = (text: string, found?: string): LineFinding => ({
  verdict: 'broken',
  text,
  ...(found && { found }),
})

const ends = (hash: string) => `${bare(hash).slice(0, 4)}…${hash.slice(-4)}`
const bare = (hash: string) => hash.replace(/^sha256:/, '')

async function checkBrief({ work, rules, roundId }: WorkFacts): Promise<LineFinding> {
  const { message, signature, acceptedAt, digest } = work.brief
  const verified = await verifyBrief({ rules, roundId, brief: message, signature, now: acceptedAt })
  if (verified.digest !== digest) return broken('The record names another brief.', verified.digest)
  if (work.recipe.brief !== digest) return broken('The recipe was made for another brief.', work.recipe.brief)
  if (message.creator !== work.creator) return broken('The brief is signed by another creator.')
  return CHECKED
}

/** The parent in the recipe is the one that the creator signed for; most works have none in either. */
function checkParent({ work }: WorkFacts): LineFinding {
  const [parent = null, ...others] = work.recipe.parents
  if (parentOfBrief(work.brief.message) === parent && others.length === 0) return CHECKED
  return broken('The recipe names another parent than the signed brief.', parent ? bare(parent) : 'none')
}

function checkRecipe(facts: WorkFacts): LineFinding {
  const { work } = facts
  const hash = recipeHashOf(work.recipe)
  if (hash !== work.recipeHash) return broken('The recipe shown is not the one recorded.', bare(hash))
  return checkParent(facts)
}

function checkMetadata({ work }: WorkFacts): LineFinding {
  const hash = metadataHashOf(work.metadata)
  if (hash !== work.metadataHash) return broken('These are not the words that were admitted.', bare(hash))
  if (work.record === null) return CHECKED
  const { contentHash, contentCid, recipeHash, metadataHash, creator, number } = work
  const record: unknown = JSON.parse(work.record)
  const said = { contentHash, contentCid, recipeHash, metadataHash, creator, number }
  const same =
    record !== null && typeof record === 'object' && canonicalText({ ...record, ...said }) === work.record
  return same ? CHECKED : broken('The record of the round says something else about this work.')
}

function checkLicence({ work, rules }: WorkFacts): LineFinding {
  const { id, textHash } = rules.licence
  if (!LICENCES.some((known) => known.id === id))
    return { verdict: 'unknown', text: 'Its text is not known to this version.' }
  const hash = licenceTextHash(id)
  if (hash !== textHash) return broken('The rules name another text.', bare(hash))
  const elsewhere = [work.licence, work.metadata.licence, work.brief.message.licence, work.recipe.licence]
  return elsewhere.every((licence) => licence === id)
    ? CHECKED
    : broken('Brief, recipe, metadata and rules do not name the same licence.')
}

/** The picture against its hash and its address. */
export async function checkPicture(bytes: Uint8Array, { work }: WorkFacts): Promise<LineFinding> {
  const hash = fileHashOf(bytes)
  if (hash !== work.contentHash) return broken('These bytes are not the ones of the record.', bare(hash))
  const cid = await contentCidOf(bytes)
  return cid === work.contentCid ? CHECKED : broken('The address in the record is another one.', cid)
}

type TokenFile = { image?: unknown; properties?: { files?: { sha256?: unknown; cid?: unknown }[] } }

/** The token's record against the chain, and the picture against the record. */
export async function checkToken(
  picture: Uint8Array | null,
  { token, work, collection }: WorkFacts,
  rpcUrl: string,
): Promise<LineFinding> {
  if (!token) return CHECKED
  const bytes = await fetchBytes(token.path)
  if (!bytes) return { verdict: 'unknown', text: 'The record of the token did not arrive.' }
  const digest = sha256Bytes32(bytes)
  if (digest !== token.tokenDigest) return broken('The record hashes to something else.', digest)
  const file: TokenFile = JSON.parse(new TextDecoder().decode(bytes))
  const committed = file.properties?.files?.[0]?.sha256
  if (file.image !== `ipfs://${work.contentCid}` || committed !== work.contentHash)
    return broken('The token commits to another picture.')
  if (picture && fileHashOf(picture) !== committed)
    return broken(
      `The token commits to picture ${ends(committed)}, and this copy is ${ends(fileHashOf(picture))}.`,
    )
  return compareChain({ ...token, collection }, rpcUrl)
}

async function compareChain(
  token: { tokenId: string; tokenDigest: string; collection: WorkFacts['collection'] },
  rpcUrl: string,
): Promise<LineFinding> {
  const chain = chainReader(http(rpcUrl, { timeout: 10_000, retryCount: 1 }))
  try {
    const onChain = await chain.token(token.collection, BigInt(token.tokenId))
    if (!onChain) return broken('The chain has no such token.')
    if (onChain.digest !== token.tokenDigest) return broken('The chain holds another digest.', onChain.digest)
    if (onChain.uri !== `ipfs://${rawCidOf(onChain.digest)}`)
      return broken('The chain gives another address for the record.')
    return CHECKED
  } catch {
    return {
      verdict: 'unknown',
      text: 'The record is whole; the chain did not answer whether it holds its hash.',
    }
  }
}

async function guarded(check: () => LineFinding | Promise<LineFinding>): Promise<LineFinding> {
  try {
    return await check()
  } catch (error) {
    if (error instanceof ProtocolError) return broken(`It does not hold: ${error.message}.`)
    return { verdict: 'unknown', text: 'This browser could not check it.' }
  }
}

/**
 * Runs every check that needs nothing but the work itself, from top to bottom.
 * @returns the bytes of the picture, for a copy that may be tampered with
 */
export async function checkWork(facts: WorkFacts, rpcUrl: string, tell: Tell): Promise<Uint8Array | null> {
  tell('Brief', await guarded(() => checkBrief(facts)))
  if (facts.work.recipe.parents.length > 0) tell('Parent', await guarded(() => checkParent(facts)))
  tell('Recipe', await guarded(() => checkRecipe(facts)))
  const picture = await fetchBytes(facts.work.src)
  await checkCopy(facts, rpcUrl, picture, tell)
  tell('Metadata', await guarded(() => checkMetadata(facts)))
  tell('Licence', await guarded(() => checkLicence(facts)))
  return picture
}

/** The lines that hang on the bytes of the picture. */
export async function checkCopy(
  facts: WorkFacts,
  rpcUrl: string,
  picture: Uint8Array | null,
  tell: Tell,
): Promise<void> {
  const missing: LineFinding = { verdict: 'unknown', text: 'The picture did not arrive.' }
  tell('Picture', picture ? await guarded(() => checkPicture(picture, facts)) : missing)
  if (facts.token) tell('Token', await guarded(() => checkToken(picture, facts, rpcUrl)))
}

/** A copy with one bit of its middle byte turned, and its hash. */
export function tamperedCopy(bytes: Uint8Array): { copy: Uint8Array; hash: string } {
  const copy = bytes.slice()
  const middle = Math.floor(copy.length / 2)
  copy[middle] = (copy[middle] ?? 0) ^ 1
  return { copy, hash: fileHashOf(copy) }
}
