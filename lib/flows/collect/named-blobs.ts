import { uploadedFiles } from '#lib/generation/uploads/data.ts'
import type { Tx } from '#lib/platform/db.ts'
import { type ColumnName, namedHashes } from '#lib/platform/named-hashes.ts'

/** Columns whose hashes keep nothing; whatever stands in any other column of the database is kept. */
export const KEEPS_NOTHING: Readonly<Record<ColumnName, string>> = {
  'AuditEntry.actor': 'says who did something once',
  'AuditEntry.action': 'says what was done once',
  'AuditEntry.subject': 'says what was done to something once, which may be gone',
  'AuditEntry.detail': 'says how it was done',
  'Upload.sha256': 'names its file as long as a brief may: told by time below',
  'Upload.sentSha256': 'names the file as it arrived, which is not kept',
}

/**
 * Keys of every blob that the database names: by a hash in any of its columns, and by an upload that a brief may still
 * name.
 * @param uploadsSince wall time from which on uploads are kept
 */
export async function namedBlobs(db: Tx, uploadsSince: Date): Promise<Set<string>> {
  const named = await namedHashes(db, new Set(Object.keys(KEEPS_NOTHING) as ColumnName[]))
  for (const key of await uploadedFiles(db, uploadsSince)) named.add(key)
  return named
}
