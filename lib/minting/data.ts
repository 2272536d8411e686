import { z } from 'zod'
import type { Db, Tx } from '#lib/platform/db.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { roundEventArgs } from '#lib/rounds/chain/schema.ts'
import type { TokenView } from './schema.ts'

const WORD = 2n ** 32n

/** Round index and rank that a token id is made of; null for an id that no token has (PROTOCOL 8). */
export function partsOfTokenId(tokenId: bigint): { roundIndex: number; rank: number } | null {
  const roundIndex = tokenId >> 64n
  const rank = (tokenId >> 32n) % WORD
  if (tokenId % WORD !== 0n || roundIndex < 1n || roundIndex >= WORD || rank < 1n) return null
  return { roundIndex: Number(roundIndex), rank: Number(rank) }
}

const metadataSchema = z.object({ title: z.string() })

type Home = { chainId: number; collection: string; slug: string; name: string }

/** The round with this index in a collection, by its RoundOpened event. */
async function roundAt(db: Db | Tx, home: Home, roundIndex: number): Promise<string | null> {
  const opened = await db.chainEvent.findFirst({
    where: {
      chainId: home.chainId,
      address: home.collection,
      name: 'RoundOpened',
      args: { path: ['roundIndex'], equals: roundIndex },
    },
    select: { roundId: true },
  })
  return opened?.roundId ?? null
}

async function readToken(
  db: Db | Tx,
  home: Home,
  parts: { roundIndex: number; rank: number },
): Promise<Omit<TokenView, 'owner' | 'tokenId'> | null> {
  const roundId = await roundAt(db, home, parts.roundIndex)
  if (!roundId) return null
  const event = await db.chainEvent.findFirst({
    where: {
      chainId: home.chainId,
      address: home.collection,
      roundId,
      name: 'WinnerMinted',
      args: { path: ['rank'], equals: parts.rank },
    },
  })
  const round = event && (await db.round.findUnique({ where: { roundId } }))
  if (!event || !round) return null
  const { rank, number, tokenDigest, recipient } = roundEventArgs.WinnerMinted.parse(event.args)
  const candidate = await db.candidate.findFirst({ where: { roundRowId: round.id, number } })
  const asset = candidate && (await db.asset.findUnique({ where: { contentHash: candidate.contentHash } }))
  if (!candidate || !asset) return null
  return {
    chainId: home.chainId,
    collection: home.collection as Address,
    community: { slug: home.slug, name: home.name },
    round: { id: roundId as Bytes32, slug: round.slug, title: round.title },
    rank,
    number,
    title: metadataSchema.parse(candidate.metadata).title,
    contentHash: candidate.contentHash,
    contentCid: asset.contentCid,
    tokenDigest,
    tokenUri: `ipfs://${rawCidOf(tokenDigest)}`,
    recipient,
    mintTx: event.txHash as Bytes32,
    mintedAt: Number(event.blockTime),
  }
}

/** Minted tokens with this id; several collections of one instance may each have one. */
export async function findTokens(
  db: Db | Tx,
  tokenId: bigint,
  collection?: string,
): Promise<Omit<TokenView, 'owner' | 'tokenId'>[]> {
  const parts = partsOfTokenId(tokenId)
  if (!parts) return []
  const homes = await db.community.findMany({ where: { ...(collection && { collection }) } })
  const found = await Promise.all(homes.map((home) => readToken(db, home, parts)))
  return found.flatMap((token) => (token ? [token] : []))
}
