import { BaseError, getContractAddress, type Hex, type PublicClient } from 'viem'
import { z } from 'zod'
import { collectionAbi } from '#contracts-abi/collection.ts'
import type { Db, Tx } from '#lib/platform/db.ts'
import { AppError } from '#lib/platform/errors.ts'
import { isChainSilent } from '#lib/platform/silence.ts'
import { strategySchema } from '#lib/protocol/strategy.ts'
import { codeAt, rehearsalData } from './collection-code.ts'

export async function readMinChallenge(client: PublicClient, collection: Hex): Promise<number> {
  return client.readContract({ address: collection, abi: collectionAbi, functionName: 'minChallenge' })
}

const REHEARSER: Hex = '0x00000000000000000000000000000000000c0de5'

/** Whether the code at an address is this version's Collection, byte for byte. */
export async function isOurCollection(client: PublicClient, chainId: number, address: Hex): Promise<boolean> {
  const code = await client.getCode({ address })
  if (!code) return false
  try {
    const minChallenge = await readMinChallenge(client, address)
    const nonce = await client.getTransactionCount({ address: REHEARSER })
    const rehearsal = await client.call({
      account: REHEARSER,
      data: rehearsalData(minChallenge),
      gas: 16_000_000n,
    })
    const rehearsedAt = getContractAddress({ from: REHEARSER, nonce: BigInt(nonce) })
    if (!rehearsal.data) return false
    return codeAt(rehearsal.data, chainId, rehearsedAt, address) === code.toLowerCase()
  } catch (error) {
    if (isChainSilent(error) || !(error instanceof BaseError))
      throw new AppError('chain-unavailable', { cause: error })
    return false
  }
}

type CommunityRow = {
  id: string
  slug: string
  name: string
  description: string
  chainId: number
  collection: string
  deployBlock: bigint
  strategies: unknown
  licence: string
}

/** A community as stored, with its columns parsed. */
export type Community = ReturnType<typeof parseCommunity>

export function parseCommunity(row: CommunityRow) {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    chainId: row.chainId,
    collection: row.collection as Hex,
    deployBlock: Number(row.deployBlock),
    strategies: z.array(strategySchema).parse(row.strategies),
    licence: row.licence,
  }
}

export async function findCommunity(db: Db | Tx, slug: string): Promise<Community | null> {
  const row = await db.community.findUnique({ where: { slug } })
  return row && parseCommunity(row)
}

/** Communities by name, with the number of their rounds that are no drafts. */
export async function listCommunityRows(
  db: Db | Tx,
): Promise<{ community: Community; roundCount: number }[]> {
  const rows = await db.community.findMany({
    orderBy: { name: 'asc' },
    include: { _count: { select: { rounds: { where: { roundId: { not: null } } } } } },
  })
  return rows.map((row) => ({ community: parseCommunity(row), roundCount: row._count.rounds }))
}

export async function countRounds(db: Db | Tx, communityId: string): Promise<number> {
  return db.round.count({ where: { communityId, roundId: { not: null } } })
}
