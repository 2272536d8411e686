import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { env } from './env.ts'

/** Blobs by content. Keys are the 64 lower-case hex digits of SHA-256, and nothing else is a key. */
export interface Storage {
  /** Stores bytes once and returns their key; durable when it returns. */
  put(bytes: Uint8Array): Promise<string>
  has(key: string): Promise<boolean>
  /** Null when there is no such blob. */
  get(key: string): Promise<Uint8Array | null>
  size(key: string): Promise<number | null>
  stream(key: string): ReadableStream<Uint8Array>
}

const KEY = /^[0-9a-f]{64}$/

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

/** A folder as a store: two levels of folders by the key's first digits. */
export function folderStorage(folder: string): Storage {
  const place = (key: string) => {
    if (!KEY.test(key)) throw new Error('not a blob key')
    return join(folder, key.slice(0, 2), key)
  }
  const exists = (key: string) =>
    access(place(key)).then(
      () => true,
      () => false,
    )
  return {
    async put(bytes) {
      const key = bytesToHex(sha256(bytes))
      if (await exists(key)) return key
      await mkdir(join(folder, key.slice(0, 2)), { recursive: true })
      await writeDurably(place(key), bytes)
      return key
    },
    has: exists,
    get: (key) =>
      readFile(place(key)).then(
        (bytes) => new Uint8Array(bytes),
        () => null,
      ),
    size: (key) =>
      stat(place(key)).then(
        (found) => found.size,
        () => null,
      ),
    stream(key) {
      const source = createReadStream(place(key))
      return new ReadableStream<Uint8Array>({
        start(controller) {
          source.on('data', (chunk) => {
            controller.enqueue(
              typeof chunk === 'string' ? new TextEncoder().encode(chunk) : new Uint8Array(chunk),
            )
            if ((controller.desiredSize ?? 1) <= 0) source.pause()
          })
          source.on('end', () => controller.close())
          source.on('error', (error) => controller.error(error))
        },
        pull: () => void source.resume(),
        cancel: () => void source.destroy(),
      })
    },
  }
}

const held = globalThis as { versoStorage?: Storage }

export function storage(): Storage {
  held.versoStorage ??= folderStorage(join(env().VERSO_DATA, 'blobs'))
  return held.versoStorage
}
