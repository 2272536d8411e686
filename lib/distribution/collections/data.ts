import type { Db, Tx } from '#lib/platform/db.ts'

export type CollectionDay = {
  day: string
  endedAt: Date | null
  deleted: number | null
  isHeldBack: boolean | null
}

/** The newest nightly collection of blobs; null before the first. */
export async function lastCollection(db: Db | Tx): Promise<CollectionDay | null> {
  return db.blobCollection.findFirst({
    orderBy: { day: 'desc' },
    select: { day: true, endedAt: true, deleted: true, isHeldBack: true },
  })
}
