import { X509Certificate } from 'node:crypto'
import { sniffMime } from '#lib/generation/sniff-mime.ts'
import { fileHashOf, sha256Bytes32 } from '#lib/protocol/bytes.ts'
import { parseCanonical } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { type Address, type Bytes32, ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import {
  TOKEN_DOCUMENT_LIMIT,
  type TokenDocument,
  tokenDocumentSchema,
} from '#lib/protocol/token-document.ts'
import type { ChainReader } from '#lib/protocol/verify/chain-reader.ts'
import type { Credentials } from '#lib/provenance/schema.ts'
import { Unanswered } from './watch/ask.ts'

const MOST_PICTURE_BYTES = 64 << 20
const MOST_ROOT_BYTES = 16 << 10
const RANKS = 2n ** 64n

/** `whole`: shown here; `word`: somebody’s; `unknown`: it could not be looked at; `broken`: it is not as it says. */
export type TokenFinding = {
  about: 'chain' | 'token.json' | 'picture' | 'credentials'
  is: 'whole' | 'word' | 'unknown' | 'broken'
  says: string
}

export type TokenSources = {
  collection: Address
  tokenId: string
  chain: Pick<ChainReader, 'chainId' | 'token'>
  /** A file by its content identifier, from the server that was named; null where it has none. */
  fetchContent(cid: string, maxBytes: number): Promise<Uint8Array | null>
}

export type CheckedToken = {
  digest: Bytes32 | null
  document: TokenDocument | null
  credentials: Credentials | null
  findings: TokenFinding[]
}

type Say = (is: TokenFinding['is'], says: string) => null

/** What an answer is worth that did not come; a fault of ours goes on. */
function whyNot(error: unknown): string {
  if (error instanceof Unanswered) return error.message
  if (error instanceof Error && 'shortMessage' in error) return String(error.shortMessage)
  throw error
}

async function digestOnChain(
  { chain, collection, tokenId }: TokenSources,
  say: Say,
): Promise<{ digest: Bytes32; chainId: number } | null> {
  try {
    const chainId = await chain.chainId()
    const token = await chain.token(collection, BigInt(tokenId))
    if (!token) return say('unknown', 'The contract has no such token.')
    if (token.uri !== `ipfs://${rawCidOf(token.digest)}`)
      return say('broken', 'The token’s address is not the one that its digest gives.')
    say('whole', `The contract keeps ${token.digest}.`)
    return { digest: token.digest, chainId }
  } catch (error) {
    return say('unknown', `The chain cannot be asked: ${whyNot(error)}`)
  }
}

/** A file under the identifier of its own hash. */
async function contentOf(sources: TokenSources, cid: string, most: number, say: Say) {
  try {
    return (await sources.fetchContent(cid, most)) ?? say('unknown', `The server has no ${cid}.`)
  } catch (error) {
    return say('unknown', `The server ${whyNot(error)}: ${cid}.`)
  }
}

function documentIn(bytes: Uint8Array): TokenDocument | null {
  try {
    return tokenDocumentSchema.parse(parseCanonical(bytes))
  } catch {
    return null
  }
}

async function readDocument(
  sources: TokenSources,
  kept: { digest: Bytes32; chainId: number },
  say: Say,
): Promise<TokenDocument | null> {
  const { digest } = kept
  const bytes = await contentOf(sources, rawCidOf(digest), TOKEN_DOCUMENT_LIMIT, say)
  if (!bytes) return null
  if (sha256Bytes32(bytes) !== digest) return say('broken', 'It is not the file that the contract names.')
  const document = documentIn(bytes)
  if (!document) return say('broken', 'It is no token document of Verso.')
  const { rank, collection, chainId } = document.provenance.round
  const isOfToken = BigInt(sources.tokenId) % RANKS === BigInt(rank) << 32n
  if (collection !== sources.collection || !isOfToken || chainId !== kept.chainId)
    return say('broken', 'It is the document of another token.')
  say('whole', `“${document.name}”, place ${rank} of ${document.provenance.round.title}.`)
  return document
}

async function readPicture(sources: TokenSources, document: TokenDocument, say: Say) {
  const cid = document.image.replace(/^ipfs:\/\//, '')
  const bytes = await contentOf(sources, cid, MOST_PICTURE_BYTES, say)
  if (!bytes) return null
  if (fileHashOf(bytes) !== document.provenance.contentHash || (await contentCidOf(bytes)) !== cid)
    return say('broken', 'It is not the picture that was voted on.')
  say('whole', `The very file that was voted on, ${bytes.length} bytes.`)
  return bytes
}

/** The round’s root as PEM; null where there is none to be had, which has been said. */
async function rootOf(sources: TokenSources, root: Bytes32, say: Say): Promise<string | null> {
  const der = await contentOf(sources, rawCidOf(root), MOST_ROOT_BYTES, say)
  if (!der) return null
  if (sha256Bytes32(der) !== root) return say('broken', 'The root that was handed out is not the round’s.')
  try {
    return new X509Certificate(der).toString()
  } catch {
    return say('broken', 'The root that the round names is no certificate.')
  }
}

/** What the credentials of a picture are worth for a token, whose round named a root on chain. */
export function judgeCredentials(
  credentials: Credentials | null,
  { provenance }: TokenDocument,
  say: Say,
): void {
  if (!credentials) return void say('word', 'The file carries none; it hung as it came.')
  const { standing, recipe, signer } = credentials
  const { round, recipeHash, creator } = provenance
  if (standing === 'broken') return void say('broken', 'The file is not as it was signed.')
  if (standing === 'foreign') {
    if (recipe?.round === round.roundId)
      return void say('broken', 'They claim this round, and are not signed below the root that it names.')
    return void say('word', `They are somebody else’s: ${signer ?? 'unnamed'}.`)
  }
  const isSame =
    recipe?.recipeHash === recipeHash && recipe.round === round.roundId && recipe.creator === creator.address
  if (!isSame) return void say('broken', 'They tell of another recipe, round or creator than the token does.')
  say('whole', 'As they were signed, below the root that the round named on chain; same recipe and creator.')
}

async function readCredentialsOf(
  sources: TokenSources,
  document: TokenDocument,
  picture: Uint8Array,
  say: Say,
): Promise<Credentials | null> {
  const { c2paRoot } = document.provenance
  if (c2paRoot === ZERO_BYTES32) return say('word', 'The round names no root: they are not judged.')
  const [root, mime] = [await rootOf(sources, c2paRoot, say), sniffMime(picture)]
  if (!root || !mime) return null
  // Alone in needing the engine, which is 8 MB.
  const { readCredentials } = await import('#lib/provenance/adapters/read-credentials.ts')
  const credentials = await readCredentials(picture, mime, root)
  judgeCredentials(credentials, document, say)
  return credentials
}

/** Follows a token from the contract’s 32 bytes to the pixels, and says of each step what it is worth. */
export async function checkToken(sources: TokenSources): Promise<CheckedToken> {
  const findings: TokenFinding[] = []
  const sayOf =
    (about: TokenFinding['about']): Say =>
    (is, says) => {
      findings.push({ about, is, says })
      return null
    }
  const kept = await digestOnChain(sources, sayOf('chain'))
  const document = kept && (await readDocument(sources, kept, sayOf('token.json')))
  const picture = document && (await readPicture(sources, document, sayOf('picture')))
  const credentials = picture && (await readCredentialsOf(sources, document, picture, sayOf('credentials')))
  return { digest: kept?.digest ?? null, document, credentials, findings }
}
