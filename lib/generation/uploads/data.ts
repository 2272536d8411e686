import type { Db, Tx } from '#lib/platform/db.ts'
import type { Address, FileHash } from '#lib/protocol/primitives.ts'

/** What an account has uploaded of late. */
export type Spent = { files: number; bytes: number }

/** @param since wall time */
export async function uploadsSince(db: Db | Tx, account: string, since: Date): Promise<Spent> {
  const { _count, _sum } = await db.upload.aggregate({
    where: { account, createdAt: { gte: since } },
    _count: true,
    _sum: { byteLength: true },
  })
  return { files: _count, bytes: _sum.byteLength ?? 0 }
}

/**
 * A picture that this very account has uploaded; null for one of another's, as for one of nobody's or one from before.
 * @param since wall time: an older one may be gone
 */
export async function findUpload(
  db: Db | Tx,
  upload: { account: Address; sha256: FileHash; since: Date },
): Promise<{ width: number; height: number } | null> {
  const { account, sha256, since } = upload
  const where = { account, sha256, createdAt: { gte: since } }
  return db.upload.findFirst({ where, select: { width: true, height: true } })
}

/** Files of uploads that are not older. @param since wall time */
export async function uploadedFiles(db: Db | Tx, since: Date): Promise<string[]> {
  const rows = await db.upload.findMany({ where: { createdAt: { gte: since } }, select: { sha256: true } })
  return rows.map(({ sha256 }) => sha256.slice('sha256:'.length))
}
