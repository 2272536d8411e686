import { viewsOf } from '#lib/candidates/data.ts'
import type { CreatorView } from '#lib/candidates/schema.ts'
import type { Db, Tx } from '#lib/platform/db.ts'
import type { Address } from '#lib/protocol/primitives.ts'

/** Other names that are told: a page of a creator is no register of them. */
const NAMES_TOLD = 5

const WITH_ROUND = { round: { select: { slug: true, title: true } } } as const

/** The works of an address, the newest first; null for one of whose none hangs. @param take how many at most */
export async function readCreator(
  db: Db | Tx,
  { address, take }: { address: Address; take: number },
): Promise<CreatorView | null> {
  const where = { creator: address }
  const [rows, perRound, perName] = await Promise.all([
    db.candidate.findMany({
      where,
      orderBy: [{ admittedAt: 'desc' }, { id: 'desc' }],
      include: WITH_ROUND,
      take,
    }),
    db.candidate.groupBy({ by: ['roundRowId'], where, _count: true }),
    db.candidate.groupBy({
      by: ['creatorName'],
      where,
      orderBy: [{ _max: { admittedAt: 'desc' } }, { creatorName: 'asc' }],
      take: NAMES_TOLD + 1,
    }),
  ])
  const [newest] = rows
  if (!newest) return null
  const rounds = new Map(rows.map(({ roundRowId, round }) => [roundRowId, round]))
  const keyOf = (roundRowId: string, contentHash: string) => `${roundRowId} ${contentHash}`
  const views = await Promise.all(
    [...rounds].map(async ([roundRowId, round]) => {
      const hung = await viewsOf(
        db,
        roundRowId,
        rows.filter((row) => row.roundRowId === roundRowId),
      )
      return hung.map((work) => [keyOf(roundRowId, work.contentHash), { work, round }] as const)
    }),
  )
  const found = new Map(views.flat())
  return {
    address,
    name: newest.creatorName,
    otherNames: perName
      .map(({ creatorName }) => creatorName)
      .filter((name) => name !== newest.creatorName)
      .slice(0, NAMES_TOLD),
    works: rows.flatMap((row) => found.get(keyOf(row.roundRowId, row.contentHash)) ?? []),
    workCount: perRound.reduce((sum, { _count }) => sum + _count, 0),
    roundCount: perRound.length,
  }
}
