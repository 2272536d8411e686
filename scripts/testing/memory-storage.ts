import { blobStream, keyOf } from '#lib/platform/blob-store.ts'
import type { Storage } from '#lib/platform/storage.ts'

/** Blobs that are gone with the test: nothing is waited for. @param now the time that blobs are put at */
export function memoryStorage(now = () => new Date()): Storage {
  const blobs = new Map<string, { bytes: Uint8Array; modifiedAt: Date }>()
  async function* piecesOf(key: string, start = 0, end = Number.POSITIVE_INFINITY) {
    yield (blobs.get(key)?.bytes ?? new Uint8Array()).subarray(start, end + 1)
  }
  return {
    async put(bytes) {
      const key = keyOf(bytes)
      blobs.set(key, { bytes: new Uint8Array(bytes), modifiedAt: now() })
      return key
    },
    has: async (key) => blobs.has(key),
    get: async (key) => blobs.get(key)?.bytes ?? null,
    size: async (key) => blobs.get(key)?.bytes.length ?? null,
    stream: (key, range) => blobStream(piecesOf(key, range?.start, range?.end), key, range),
    async *list() {
      for (const [key, { bytes, modifiedAt }] of [...blobs].toSorted())
        yield { key, size: bytes.length, modifiedAt }
    },
    async delete(key, unlessSince) {
      const found = blobs.get(key)
      return found !== undefined && found.modifiedAt < unlessSince && blobs.delete(key)
    },
  }
}
