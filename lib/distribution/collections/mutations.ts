import type { Db, Tx } from '#lib/platform/db.ts'

/** Takes a day for whoever asks first. @param day `2026-11-29`, of UTC @returns whether nobody had it */
export async function takeDay(db: Db | Tx, day: string, startedAt: Date): Promise<boolean> {
  const { count } = await db.blobCollection.createMany({ data: [{ day, startedAt }], skipDuplicates: true })
  return count === 1
}

type End = { endedAt: Date; deleted: number; deletedBytes: bigint; isHeldBack: boolean }

export async function endDay(db: Db | Tx, day: string, end: End): Promise<void> {
  await db.blobCollection.update({ where: { day }, data: end })
}
