import { viewsOf } from '#lib/candidates/data.ts'
import type { MintedWork } from '#lib/candidates/schema.ts'
import type { Db, Tx } from '#lib/platform/db.ts'
import { tokenIdOf } from '#lib/protocol/evidence.ts'
import { roundEventArgs } from '#lib/rounds/chain/schema.ts'

/** One round's winners, or null for a round that this instance does not have. */
async function mintedOfRound(
  db: Db | Tx,
  roundId: string,
  mints: { rank: number; number: number; mintedAt: number }[],
): Promise<MintedWork[]> {
  const round = await db.round.findUnique({ where: { roundId }, include: { community: true } })
  const opened = await db.chainEvent.findFirst({ where: { roundId, name: 'RoundOpened' } })
  if (!round || !opened) return []
  const { roundIndex } = roundEventArgs.RoundOpened.parse(opened.args)
  const rows = await db.candidate.findMany({
    where: { roundRowId: round.id, number: { in: mints.map(({ number }) => number) } },
  })
  const views = new Map((await viewsOf(db, round.id, rows)).map((work) => [work.number, work]))
  return mints.flatMap(({ rank, number, mintedAt }) => {
    const work = views.get(number)
    if (!work) return []
    const { slug, title, community } = round
    return {
      work,
      tokenId: String(tokenIdOf(roundIndex, rank)),
      rank,
      round: { slug, title, roundIndex },
      community: { slug: community.slug, name: community.name },
      mintedAt,
    }
  })
}

/**
 * Minted works, the newest first, winners of one round by rank; of one collection or of all of this instance.
 * @param take how many at most
 */
export async function readMinted(
  db: Db | Tx,
  { collection, take }: { collection?: string | undefined; take: number },
): Promise<MintedWork[]> {
  const events = await db.chainEvent.findMany({
    where: { name: 'WinnerMinted', ...(collection && { address: collection }) },
    orderBy: [{ blockNumber: 'desc' }, { logIndex: 'asc' }],
    take,
  })
  const byRound = new Map<string, { rank: number; number: number; mintedAt: number }[]>()
  for (const { roundId, args, blockTime } of events) {
    if (!roundId) continue
    const { rank, number } = roundEventArgs.WinnerMinted.parse(args)
    const mints = byRound.get(roundId) ?? []
    mints.push({ rank, number, mintedAt: Number(blockTime) })
    byRound.set(roundId, mints)
  }
  const rounds = await Promise.all(
    [...byRound].map(([roundId, mints]) =>
      mintedOfRound(
        db,
        roundId,
        mints.toSorted((a, b) => a.rank - b.rank),
      ),
    ),
  )
  return rounds.flat()
}
