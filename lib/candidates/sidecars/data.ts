import type { Db, Tx } from '#lib/platform/db.ts'
import { type FileHash, fileHashSchema } from '#lib/protocol/primitives.ts'

/** Credentials beside the file of a work, where it hung first; null when the file hangs nowhere or has none. */
export async function readSidecar(db: Db | Tx, contentHash: FileHash): Promise<FileHash | null> {
  const [found] = await db.$queryRaw<{ sidecar: string }[]>`
    SELECT task.execution #>> '{facts,sidecar}' AS sidecar
    FROM "Task" AS task JOIN "Candidate" AS candidate ON candidate."taskId" = task.id
    WHERE task."contentHash" = ${contentHash} AND task.execution #>> '{facts,sidecar}' IS NOT NULL
    ORDER BY candidate."admittedAt", candidate.id LIMIT 1`
  return found ? fileHashSchema.parse(found.sidecar) : null
}
