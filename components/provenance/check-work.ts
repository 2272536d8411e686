import type { ReactNode } from 'react'
import { http } from 'viem'
import { verifyBrief } from '#lib/protocol/brief.ts'
import { parentOfBrief } from '#lib/protocol/brief-parent.ts'
import { openPrompt } from '#lib/protocol/brief-private.ts'
import { declarationOf, declaredWorkOf, inputsOf } from '#lib/protocol/brief-work.ts'
import { fileHashOf, sha256Bytes32 } from '#lib/protocol/bytes.ts'
import { metadataHashOf } from '#lib/protocol/candidates.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { LICENCES, licenceTextHash } from '#lib/protocol/licences.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { recipeHashOf } from '#lib/protocol/recipe.ts'
import { chainReader } from '#lib/protocol/verify/rpc-reader.ts'
import * as words from '#messages/provenance/check-work.ts'
import { fetchBytes } from './fetch-bytes.ts'
import type { LineName, WorkFacts } from './work-facts.ts'

/** What a check found; `text` replaces the line's sentence, `found` stands beside the hash of the record. */
export type LineFinding = {
  verdict: 'checked' | 'broken' | 'unknown' | 'attested' | 'running'
  text?: ReactNode
  found?: string
}

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
  const { message, signature, acceptedAt, digest, words: revealed } = work.brief
  const verified = await verifyBrief({ rules, roundId, brief: message, signature, now: acceptedAt })
  if (verified.digest !== digest) return broken(words.otherBrief, verified.digest)
  if (work.recipe.brief !== digest) return broken(words.recipeOfOther, work.recipe.brief)
  if (message.creator !== work.creator) return broken(words.otherCreator)
  if (revealed) openPrompt(message, revealed)
  return CHECKED
}

/** The parent in the recipe is the one that the creator signed for; most works have none in either. */
function checkParent({ work }: WorkFacts): LineFinding {
  const [parent = null, ...others] = work.recipe.parents
  if (parentOfBrief(work.brief.message) === parent && others.length === 0) return CHECKED
  return broken(words.otherParent, parent ? bare(parent) : words.noParent)
}

/** The files in the recipe are those that the creator signed for; a finished work is the very one that hangs. */
function checkFiles({ work }: WorkFacts): LineFinding {
  const { message } = work.brief
  const { inputs, model, parameters } = work.recipe
  if (canonicalText(inputsOf(message)) !== canonicalText(inputs)) return broken(words.otherFiles)
  const declared = declaredWorkOf(message)
  if (!declared) return CHECKED
  if (declared.contentHash !== work.contentHash) return broken(words.otherWork, bare(declared.contentHash))
  const isSaid = canonicalText(declarationOf(declared)) === canonicalText({ model, parameters })
  return isSaid ? CHECKED : broken(words.otherDeclared)
}

function checkRecipe(facts: WorkFacts): LineFinding {
  const { work } = facts
  const hash = recipeHashOf(work.recipe)
  if (hash !== work.recipeHash) return broken(words.otherRecipe, bare(hash))
  const parent = checkParent(facts)
  return parent.verdict === 'checked' ? checkFiles(facts) : parent
}

function checkMetadata({ work }: WorkFacts): LineFinding {
  const hash = metadataHashOf(work.metadata)
  if (hash !== work.metadataHash) return broken(words.otherWords, bare(hash))
  if (work.record === null) return CHECKED
  const { contentHash, contentCid, recipeHash, metadataHash, creator, number } = work
  const record: unknown = JSON.parse(work.record)
  const said = { contentHash, contentCid, recipeHash, metadataHash, creator, number }
  const same =
    record !== null && typeof record === 'object' && canonicalText({ ...record, ...said }) === work.record
  return same ? CHECKED : broken(words.otherRecord)
}

function checkLicence({ work, rules }: WorkFacts): LineFinding {
  const { id, textHash } = rules.licence
  if (!LICENCES.some((known) => known.id === id)) return { verdict: 'unknown', text: words.unknownLicence }
  const hash = licenceTextHash(id)
  if (hash !== textHash) return broken(words.otherText, bare(hash))
  const elsewhere = [work.licence, work.metadata.licence, work.brief.message.licence, work.recipe.licence]
  return elsewhere.every((licence) => licence === id) ? CHECKED : broken(words.licencesDiffer)
}

/** The picture against its hash and its address. */
export async function checkPicture(bytes: Uint8Array, { work }: WorkFacts): Promise<LineFinding> {
  const hash = fileHashOf(bytes)
  if (hash !== work.contentHash) return broken(words.otherBytes, bare(hash))
  const cid = await contentCidOf(bytes)
  return cid === work.contentCid ? CHECKED : broken(words.otherAddress, cid)
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
  if (!bytes) return { verdict: 'unknown', text: words.noRecord }
  const digest = sha256Bytes32(bytes)
  if (digest !== token.tokenDigest) return broken(words.otherHash, digest)
  const file: TokenFile = JSON.parse(new TextDecoder().decode(bytes))
  const committed = file.properties?.files?.[0]?.sha256
  if (file.image !== `ipfs://${work.contentCid}` || committed !== work.contentHash)
    return broken(words.otherPicture)
  if (picture && fileHashOf(picture) !== committed)
    return broken(words.copyDiffers(ends(committed), ends(fileHashOf(picture))))
  return compareChain({ ...token, collection }, rpcUrl)
}

async function compareChain(
  token: { tokenId: string; tokenDigest: string; collection: WorkFacts['collection'] },
  rpcUrl: string,
): Promise<LineFinding> {
  const chain = chainReader(http(rpcUrl, { timeout: 10_000, retryCount: 1 }))
  try {
    const onChain = await chain.token(token.collection, BigInt(token.tokenId))
    if (!onChain) return broken(words.noToken)
    if (onChain.digest !== token.tokenDigest) return broken(words.otherDigest, onChain.digest)
    if (onChain.uri !== `ipfs://${rawCidOf(onChain.digest)}`) return broken(words.otherUri)
    return CHECKED
  } catch {
    return { verdict: 'unknown', text: words.chainSilent }
  }
}

/** Most works hold: what is said of one that does not comes when it is needed. */
async function whyOf({ said }: ProtocolError): Promise<string> {
  const { say } = await import('#messages/protocol/say.ts')
  return say(said)
}

async function guarded(check: () => LineFinding | Promise<LineFinding>): Promise<LineFinding> {
  try {
    return await check()
  } catch (error) {
    if (error instanceof ProtocolError) return broken(words.refused(await whyOf(error)))
    return { verdict: 'unknown', text: words.uncheckable }
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
  const missing: LineFinding = { verdict: 'unknown', text: words.noPicture }
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
