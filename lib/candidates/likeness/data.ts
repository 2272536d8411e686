import { viewsOf } from '#lib/candidates/data.ts'
import type { PassedCandidate } from '#lib/candidates/schema.ts'
import type { Db, Tx } from '#lib/platform/db.ts'
import { ALIKE_DISTANCE, NOTHING_NEAR } from '#lib/provenance/reading/near-hash.ts'
import type { Match, Sought } from './schema.ts'

type Like = {
  contentHash: string
  match: Match
  /** Bits that differ, of 256; null where more is known than how it looks. */
  distance: number | null
}

/** A work as it hangs in one round, and how it was found. */
export type HungLike = Omit<Like, 'contentHash'> & {
  work: PassedCandidate
  recipeHash: string
  roundRowId: string
}

const MOST_ALIKE = 6
/** One picture may hang in several rounds. */
const MOST = 12

/** Hexadecimal as a string of bits. */
export const bitsOf = (hex: string): string =>
  [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')

const asFile = (hash: string | undefined) => (hash ? `sha256:${hash}` : '')

async function readSame(db: Db | Tx, { sha256, pixels }: Sought): Promise<Like[]> {
  const [file, raster] = [asFile(sha256), asFile(pixels)]
  const rendition = JSON.stringify([{ sha256: file }])
  const rows = await db.$queryRaw<{ contentHash: string; match: Match }[]>`
    SELECT "contentHash", CASE WHEN "contentHash" = ${file} THEN 'file'
      WHEN renditions @> ${rendition}::jsonb THEN 'copy' ELSE 'pixels' END AS match
    FROM "Asset"
    WHERE "contentHash" = ${file} OR renditions @> ${rendition}::jsonb OR "pixelHash" = ${raster}
    LIMIT ${MOST}`
  const order: Match[] = ['file', 'copy', 'pixels']
  return rows
    .map((row) => ({ ...row, distance: null }))
    .toSorted((a, b) => order.indexOf(a.match) - order.indexOf(b.match))
}

async function readAlike(db: Db | Tx, near: string): Promise<Like[]> {
  const rows = await db.$queryRaw<{ contentHash: string; distance: number }[]>`
    SELECT "contentHash", distance FROM (
      SELECT "contentHash", bit_count("nearHash" # ${bitsOf(near)}::text::bit(256))::int AS distance FROM "Asset"
    ) AS looked
    WHERE distance <= ${ALIKE_DISTANCE} AND EXISTS (
      SELECT 1 FROM "Candidate" JOIN "Round" ON "Round".id = "Candidate"."roundRowId"
      WHERE "Candidate"."contentHash" = looked."contentHash" AND "Round"."roundId" IS NOT NULL)
    ORDER BY distance, "contentHash" LIMIT ${MOST_ALIKE}`
  return rows.map((row) => ({ ...row, match: 'alike' }))
}

/** Where pictures hang on a wall: in rounds that are no drafts. */
async function hangingOf(db: Db | Tx, likes: readonly Like[]): Promise<HungLike[]> {
  const rows = await db.candidate.findMany({
    where: {
      contentHash: { in: likes.map(({ contentHash }) => contentHash) },
      round: { roundId: { not: null } },
    },
    orderBy: { admittedAt: 'asc' },
    take: MOST,
  })
  const hung = await Promise.all(
    likes.flatMap(({ contentHash, ...like }) =>
      rows
        .filter((row) => row.contentHash === contentHash)
        .map(async (row) => {
          const [work] = await viewsOf(db, row.roundRowId, [row])
          return work ? [{ ...like, work, recipeHash: row.recipeHash, roundRowId: row.roundRowId }] : []
        }),
    ),
  )
  return hung.flat()
}

/** Hung works that a picture is, or, where it is none, those that look like it, the nearest first. */
export async function readLike(db: Db | Tx, sought: Sought): Promise<HungLike[]> {
  const same = await hangingOf(db, await readSame(db, sought))
  if (same.length > 0 || !sought.near || sought.near === NOTHING_NEAR) return same
  return hangingOf(db, await readAlike(db, sought.near))
}

/** Pictures that nobody has looked at yet, after one of them. */
export async function unlooked(db: Db | Tx, after: string, take: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ contentHash: string }[]>`
    SELECT "contentHash" FROM "Asset" WHERE "nearHash" IS NULL AND "contentHash" > ${after}
    ORDER BY "contentHash" LIMIT ${take}`
  return rows.map(({ contentHash }) => contentHash)
}
