import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  assertKey,
  type ByteRange,
  blobStream,
  corrupt,
  isKey,
  keyOf,
  REFRESH_MS,
  type Storage,
  type StoredBlob,
} from './blob-store.ts'
import { type Env, env } from './env.ts'
import { s3SettingsOf, s3Storage } from './s3-storage.ts'

export type { Storage } from './blob-store.ts'

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(/* turbopackIgnore: true */ temporary, 'wx', 0o644)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path).catch(async (error: unknown) => {
    await rm(temporary, { force: true })
    throw error
  })
  // The name is durable only when its folder is.
  const folder = await open(dirname(path), 'r')
  await folder.sync().finally(() => folder.close())
}

const isAbsent = (error: unknown) => (error as { code?: unknown } | null)?.code === 'ENOENT'

async function orNull<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/** Makes an old blob young. @returns whether it is there, whole */
async function refresh(path: string, size: number): Promise<boolean> {
  const found = await orNull(stat(path))
  if (found?.size !== size) return false
  const now = new Date()
  if (now.getTime() - found.mtimeMs < REFRESH_MS) return true
  return (await orNull(utimes(path, now, now).then(() => true))) ?? false
}

/** What a blob is called while it is decided whether it goes: under this name nobody makes it young any more. */
const ASIDE = '.aside'

async function* piecesOf(path: string, range: ByteRange | undefined): AsyncGenerator<Uint8Array> {
  const source = createReadStream(/* turbopackIgnore: true */ path, range)
  try {
    for await (const chunk of source) yield new Uint8Array(chunk as Buffer)
  } finally {
    source.destroy()
  }
}

const TEMPORARY = /^[0-9a-f]{64}\.[0-9a-f]{12}$/

/** Takes away what a process began to write and did not end, once nobody can be writing it. */
async function forget(path: string): Promise<void> {
  const found = await orNull(stat(path))
  if (found && Date.now() - found.mtimeMs > REFRESH_MS) await rm(path, { force: true })
}

async function* listFolder(folder: string): AsyncGenerator<StoredBlob> {
  for (const shelf of ((await orNull(readdir(/* turbopackIgnore: true */ folder))) ?? []).toSorted()) {
    for (const name of (
      (await orNull(readdir(/* turbopackIgnore: true */ join(folder, shelf)))) ?? []
    ).toSorted()) {
      if (TEMPORARY.test(name)) await forget(join(folder, shelf, name))
      const key = name.replace(ASIDE, '')
      if (!isKey(key)) continue
      // Put aside by a process that ended before it decided.
      if (name !== key) await orNull(rename(join(folder, shelf, name), join(folder, shelf, key)))
      const found = await orNull(stat(join(folder, shelf, key)))
      if (found) yield { key, size: found.size, modifiedAt: found.mtime }
    }
  }
}

/** A folder as a store: two levels of folders by the key's first digits. */
export function folderStorage(folder: string): Storage {
  const place = (key: string) => join(folder, assertKey(key).slice(0, 2), key)
  return {
    async put(bytes) {
      const key = keyOf(bytes)
      if (await refresh(place(key), bytes.length)) return key
      await mkdir(join(folder, key.slice(0, 2)), { recursive: true })
      await writeDurably(place(key), bytes)
      return key
    },
    has: async (key) => (await orNull(stat(place(key)))) !== null,
    async get(key) {
      const bytes = await orNull(readFile(place(key)))
      if (bytes && keyOf(bytes) !== key) throw corrupt(key)
      return bytes && new Uint8Array(bytes)
    },
    size: async (key) => (await orNull(stat(place(key))))?.size ?? null,
    stream: (key, range) => blobStream(piecesOf(place(key), range), key, range),
    list: () => listFolder(folder),
    async delete(key, unlessSince) {
      const [path, aside] = [place(key), place(key) + ASIDE]
      if ((await orNull(rename(path, aside).then(() => true))) === null) return false
      const found = await orNull(stat(aside))
      // Somebody who lists took it back meanwhile.
      if (!found) return false
      const isOld = found.mtime < unlessSince
      await orNull(isOld ? rm(aside) : rename(aside, path))
      return isOld
    },
  }
}

/** Where an environment says that blobs lie. */
export function storageOf(settings: Env): Storage {
  const bucket = s3SettingsOf(settings)
  return bucket ? s3Storage(bucket) : folderStorage(join(settings.VERSO_DATA, 'blobs'))
}

const held = globalThis as { versoStorage?: Storage }

export function storage(): Storage {
  held.versoStorage ??= storageOf(env())
  return held.versoStorage
}
