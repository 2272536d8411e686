import { recountSnapshot } from '#lib/interop/snapshot/recount.ts'
import type { SnapshotReport } from '#lib/interop/snapshot/report.ts'
import { type SnapshotCode, SnapshotError } from '#lib/interop/snapshot/snapshot-error.ts'
import { differences } from '#messages/provenance/snapshot/difference-words.ts'
import { fault } from '#messages/provenance/snapshot/recount-files.ts'

export type FilesRequest = { files: readonly File[] }
export type FilesProgress = 'reading' | 'counting'

/** Why there is nothing to count. */
export type RefusalCode = SnapshotCode | 'file-unreadable' | 'file-too-large' | 'recount-stopped'

export type Recounted =
  | { kind: 'counted'; report: SnapshotReport; milliseconds: number }
  | { kind: 'refused'; code: RefusalCode; message: string }

/** Near the longest string that a browser makes. */
const MOST_BYTES = 400_000_000

async function readFiles(files: readonly File[]) {
  try {
    return await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })))
  } catch {
    // Moved, deleted, a folder, or not ours to read: the browser does not say which.
    return null
  }
}

/** Counts a proposal from the visitor's disk, here and nowhere else. */
export async function recountFiles(
  { files }: FilesRequest,
  tell: (at: FilesProgress) => void,
): Promise<Recounted> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  if (bytes > MOST_BYTES) return { kind: 'refused', code: 'file-too-large', message: '' }
  tell('reading')
  const given = await readFiles(files)
  if (!given) return { kind: 'refused', code: 'file-unreadable', message: '' }
  tell('counting')
  const began = performance.now()
  try {
    const report = recountSnapshot(given, differences)
    return { kind: 'counted', report, milliseconds: performance.now() - began }
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error
    return { kind: 'refused', code: error.code, message: fault(error) }
  }
}
