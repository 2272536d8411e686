import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { folderStorage } from './storage.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verso-blobs-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const text = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes)

it('keeps bytes under their hash, once, with nothing temporary left', async () => {
  const store = folderStorage(folder)
  const bytes = new TextEncoder().encode('hello world')
  const keys = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)))
  const key = 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9'
  expect(new Set(keys)).toEqual(new Set([key]))
  expect(text(await store.get(key))).toBe('hello world')
  expect(await store.size(key)).toBe(11)
  expect(await new Response(store.stream(key)).text()).toBe('hello world')
  expect(readdirSync(join(folder, key.slice(0, 2)))).toEqual([key])
})

it('streams large blobs whole', async () => {
  const store = folderStorage(folder)
  const bytes = new Uint8Array(1_500_000).map((_, index) => (index * 7) % 251)
  const key = await store.put(bytes)
  const streamed = new Uint8Array(await new Response(store.stream(key)).arrayBuffer())
  expect(Buffer.compare(streamed, bytes)).toBe(0)
})

it.each(['../../etc/passwd', 'B94D27', '', `${'a'.repeat(63)}/`, `${'a'.repeat(64)}\n`])(
  'refuses the key %j',
  (key) => {
    const store = folderStorage(folder)
    expect(() => store.get(key)).toThrow('not a blob key')
    expect(() => store.stream(key)).toThrow('not a blob key')
  },
)

it('answers null for what it does not hold', async () => {
  const store = folderStorage(folder)
  expect(await store.get('0'.repeat(64))).toBeNull()
  expect(await store.has('0'.repeat(64))).toBe(false)
  expect(await store.size('0'.repeat(64))).toBeNull()
})
