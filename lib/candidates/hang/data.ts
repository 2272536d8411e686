import type { Db, Tx } from '#lib/platform/db.ts'

/** What a work's place in a hang depends on. */
export type Shape = {
  number: number
  creatorName: string
  /** Pixels. */
  width: number
  height: number
  thumbhash: Uint8Array
}

/** Every numbered work of a round, by number. */
export async function readShapes(db: Db | Tx, roundRowId: string): Promise<Shape[]> {
  return db.$queryRaw<Shape[]>`
    SELECT c."number", c."creatorName", a."width", a."height", a."thumbhash"
    FROM "Candidate" c JOIN "Asset" a ON a."contentHash" = c."contentHash"
    WHERE c."roundRowId" = ${roundRowId}::uuid AND c."number" IS NOT NULL
    ORDER BY c."number"`
}
