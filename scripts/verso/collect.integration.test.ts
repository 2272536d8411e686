import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { folderStorage } from '#lib/platform/storage.ts'
import { type TestDatabase, withDatabase } from '#scripts/testing/with-database.ts'
import { runVerso } from './command-line.ts'

let database: TestDatabase
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verso-collect-'))
  database = await withDatabase()
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

async function collect(...args: string[]) {
  vi.stubEnv('DATABASE_URL', database.url)
  vi.stubEnv('VERSO_DATA', folder)
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const warned = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const code = await runVerso(['collect', ...args])
  const text = said.mock.calls.map(([first]) => String(first)).join('')
  said.mockRestore()
  warned.mockRestore()
  return { code, text }
}

it('counts first and deletes when told, but not most of a store', async () => {
  const store = folderStorage(join(folder, 'blobs'))
  const keys: string[] = []
  for (let byte = 0; byte < 60; byte++) keys.push(await store.put(new Uint8Array(1024).fill(byte)))
  const [kept = '', ...others] = keys
  await database.db.allowlist.create({ data: { root: '0x00', rows: 1, blob: kept } })
  const then = new Date(Date.now() - 9 * 86_400_000)
  for (const key of keys) utimesSync(join(folder, 'blobs', key.slice(0, 2), key), then, then)
  const most = await collect('--delete')
  expect(most).toEqual({ code: 1, text: expect.stringContaining('is this the database of this store?') })
  expect(await store.has(others[0] ?? '')).toBe(true)
  for (const key of others.slice(1))
    utimesSync(join(folder, 'blobs', key.slice(0, 2), key), new Date(), new Date())
  const dry = await collect()
  expect(dry.code).toBe(0)
  expect(dry.text).toMatch(
    /named by a row +1 +1\.0 KiB\ntoo young to go +58 +58\.0 KiB\nnamed by none +1 +1\.0 KiB\n/,
  )
  expect(dry.text).toContain('with --delete it is')
  expect(await store.has(others[0] ?? '')).toBe(true)
  expect(JSON.parse((await collect('--delete', '--json')).text)).toMatchObject({
    deleted: { blobs: 1, bytes: 1024 },
  })
  expect([await store.has(others[0] ?? ''), await store.has(kept)]).toEqual([false, true])
  expect((await collect('everything')).code).toBe(64)
}, 60_000)
