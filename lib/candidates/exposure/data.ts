import type { ExposureRecord } from '#lib/candidates/schema.ts'
import type { Db, Tx } from '#lib/platform/db.ts'

/** The newest epoch of a round; 0 until enough was seen. */
export async function newestEpoch(db: Db | Tx, roundRowId: string): Promise<number> {
  const row = await db.exposure.findUnique({ where: { roundRowId }, select: { epoch: true } })
  return row?.epoch ?? 0
}

/** Impressions as they stood at an epoch; null where there is no such epoch. */
export async function readEpoch(
  db: Db | Tx,
  { roundRowId, epoch, count }: { roundRowId: string; epoch: number; count: number },
): Promise<Omit<ExposureRecord, 'newest'> | null> {
  if (epoch === 0) return { epoch, takenAt: null, impressions: Array.from({ length: count }, () => 0) }
  const row = await db.exposureEpoch.findUnique({ where: { roundRowId_epoch: { roundRowId, epoch } } })
  return row && { epoch, takenAt: Number(row.takenAt), impressions: row.impressions }
}

/** How often each of the works #1 … #count has been seen by now. */
export async function readImpressions(db: Db | Tx, roundRowId: string, count: number): Promise<number[]> {
  const rows = await db.impression.findMany({ where: { roundRowId }, select: { number: true, seen: true } })
  const seen = new Map(rows.map((row) => [row.number, row.seen]))
  return Array.from({ length: count }, (_, index) => seen.get(index + 1) ?? 0)
}
