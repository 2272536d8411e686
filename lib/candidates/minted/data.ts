import { readByNumber } from '#lib/candidates/data.ts'
import type { MintedWork } from '#lib/candidates/schema.ts'
import type { Db, Tx } from '#lib/platform/db.ts'
import { tokenIdOf } from '#lib/protocol/evidence.ts'
import { roundEventArgs } from '#lib/rounds/chain/schema.ts'

type Mint = { rank: number; number: number; mintedAt: number }

/** One round's winners; none for a round that this instance does not have, or that another collection opened. */
async function mintedOfRound(
  db: Db | Tx,
  { roundId, address }: { roundId: string; address: string },
  mints: Mint[],
): Promise<MintedWork[]> {
  const [round, opened] = await Promise.all([
    db.round.findUnique({ where: { roundId }, include: { community: true } }),
    db.chainEvent.findFirst({ where: { roundId, address, name: 'RoundOpened' } }),
  ])
  if (!round || !opened || round.community.collection !== address) return []
  const { roundIndex } = roundEventArgs.RoundOpened.parse(opened.args)
  const works = await readByNumber(
    db,
    round.id,
    mints.map(({ number }) => number),
  )
  const views = new Map(works.map((work) => [work.number, work]))
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
  const rounds = new Map<string, { roundId: string; address: string; mints: Mint[] }>()
  for (const { roundId, address, args, blockTime } of events) {
    if (!roundId) continue
    const key = `${address} ${roundId}`
    const entry = rounds.get(key) ?? { roundId, address, mints: [] }
    const { rank, number } = roundEventArgs.WinnerMinted.parse(args)
    entry.mints.push({ rank, number, mintedAt: Number(blockTime) })
    rounds.set(key, entry)
  }
  const works = await Promise.all(
    [...rounds.values()].map(({ mints, ...round }) =>
      mintedOfRound(
        db,
        round,
        mints.toSorted((a, b) => a.rank - b.rank),
      ),
    ),
  )
  return works.flat()
}
