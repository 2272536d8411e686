import 'server-only'
import { erc721Abi } from 'viem'
import { chain } from '#lib/platform/chain.ts'
import { db } from '#lib/platform/db.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import * as words from '#messages/minting/loaders.ts'
import { findTokens } from './data.ts'
import type { TokenView } from './schema.ts'

async function ownerOf(collection: Address, tokenId: bigint): Promise<Address | null> {
  const owner = await chain()
    .readContract({ address: collection, abi: erc721Abi, functionName: 'ownerOf', args: [tokenId] })
    .catch(() => null)
  return owner && (owner.toLowerCase() as Address)
}

/**
 * A minted token. The collection may be left out where only one has a token with this id.
 * @throws AppError token-unknown, bad-input when several collections have one
 */
export async function tokenOf(input: {
  tokenId: string
  collection?: string | undefined
}): Promise<TokenView> {
  const tokenId = BigInt(input.tokenId)
  const [token, other] = await findTokens(db(), tokenId, input.collection)
  if (!token) throw new AppError('token-unknown')
  if (other) throw new AppError('bad-input', { fields: { collection: words.several } })
  return { ...token, tokenId: input.tokenId, owner: await ownerOf(token.collection, tokenId) }
}

/** As `tokenOf`, with null for what is no token here. */
export async function findToken(input: { tokenId: string; collection: string }): Promise<TokenView | null> {
  if (!/^[0-9]{1,78}$/.test(input.tokenId)) return null
  try {
    return await tokenOf(input)
  } catch (error) {
    if (error instanceof AppError && error.code === 'token-unknown') return null
    throw error
  }
}
