import type { Services } from '#lib/flows/services.ts'
import { forgetUploads } from '#lib/generation/uploads/mutations.ts'
import type { StoredBlob } from '#lib/platform/blob-store.ts'
import { namedBlobs } from './named-blobs.ts'

/** Blobs that were put since are left alone: their row may be about to be written. */
export const GRACE_MS = 7 * 86_400_000

type Count = { blobs: number; bytes: number }

export type Collected = {
  /** Named by a row. */
  named: Count
  /** Named by none, and too young to go. */
  young: Count
  /** Named by none, and old. */
  unnamed: Count
  deleted: Count
  /** Whether most of what is stored was to go, so that nothing went. */
  isHeldBack: boolean
}

export type CollectOptions = {
  /** Wall time. */
  now: Date
  /** Counts alone unless it is said. */
  isDelete?: boolean
  /** Deletes even most of what is stored. */
  evenMost?: boolean
}

/** From so many blobs on it is no trial any more when most of them belong to nobody: it is another database. */
const MANY = 50

/** All tables as they stood at one moment, however long it takes to read them. */
const ONE_LOOK = { isolationLevel: 'RepeatableRead', timeout: 900_000, maxWait: 10_000 } as const

const none = (): Count => ({ blobs: 0, bytes: 0 })

const add = (count: Count, size: number) => {
  count.blobs++
  count.bytes += size
}

/**
 * Counts the blobs that no row names, and deletes those that nobody put for a week. Rows are read after the store was
 * listed: what is named later was put later too, so that it is too young; the store itself looks once more.
 */
export async function collectBlobs(
  { db, storage }: Pick<Services, 'db' | 'storage'>,
  { now, isDelete = false, evenMost = false }: CollectOptions,
): Promise<Collected> {
  const before = new Date(now.getTime() - GRACE_MS)
  const [named, young, unnamed, deleted] = [none(), none(), none(), none()]
  const blobs: StoredBlob[] = []
  for await (const blob of storage.list()) blobs.push(blob)
  const names = await db.$transaction((tx) => namedBlobs(tx, before), ONE_LOOK)
  const old = blobs.filter(({ key, size, modifiedAt }) => {
    const isOld = modifiedAt < before
    add(names.has(key) ? named : isOld ? unnamed : young, size)
    return isOld && !names.has(key)
  })
  const isHeldBack = !evenMost && blobs.length >= MANY && old.length * 2 > blobs.length
  if (!isDelete || isHeldBack) return { named, young, unnamed, deleted, isHeldBack }
  for (const { key, size } of old) {
    if (!(await storage.delete(key, before))) continue
    add(deleted, size)
    await forgetUploads({ ctx: { tx: db }, input: { files: [key], before } })
  }
  return { named, young, unnamed, deleted, isHeldBack }
}
