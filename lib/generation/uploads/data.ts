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

/** A picture that this very account has uploaded; null for one of another's, as for one of nobody's. */
export async function findUpload(
  db: Db | Tx,
  upload: { account: Address; sha256: FileHash },
): Promise<{ width: number; height: number } | null> {
  const { account, sha256 } = upload
  return db.upload.findFirst({ where: { account, sha256 }, select: { width: true, height: true } })
}
