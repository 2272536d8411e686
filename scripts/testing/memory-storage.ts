import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Storage } from '#lib/platform/storage.ts'

/** Blobs that are gone with the test: nothing is waited for. */
export function memoryStorage(): Storage {
  const blobs = new Map<string, Uint8Array>()
  return {
    async put(bytes) {
      const key = bytesToHex(sha256(bytes))
      blobs.set(key, new Uint8Array(bytes))
      return key
    },
    has: async (key) => blobs.has(key),
    get: async (key) => blobs.get(key) ?? null,
    size: async (key) => blobs.get(key)?.length ?? null,
    stream: (key) => new Blob([new Uint8Array(blobs.get(key) ?? [])]).stream(),
  }
}
