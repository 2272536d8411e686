import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import type { TestDatabase } from '#scripts/testing/with-database.ts'
import { withDatabase } from '#scripts/testing/with-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'verso-ipfs-'))
const small = new Uint8Array(900).fill(7)
const large = new Uint8Array(700_000).map((_, index) => index % 241)
let database: TestDatabase
let GET: typeof import('./route.ts').GET
let cids: { small: string; large: string; nobodys: string }

beforeAll(async () => {
  database = await withDatabase()
  Object.assign(process.env, { VERSO_DATA: folder, DATABASE_URL: database.url, LOG_LEVEL: 'silent' })
  const { storage } = await import('#lib/platform/storage.ts')
  for (const bytes of [small, large]) {
    const contentHash = `sha256:${await storage().put(bytes)}`
    const shape = { mime: 'image/png', byteLength: bytes.length, width: 1, height: 1, pixelHash: '' }
    const more = { contentCid: await contentCidOf(bytes), thumbhash: new Uint8Array(), renditions: [] }
    await database.db.asset.create({ data: { contentHash, ...shape, ...more } })
  }
  const nobodys = new Uint8Array(10).fill(9)
  await storage().put(nobodys)
  cids = {
    small: await contentCidOf(small),
    large: await contentCidOf(large),
    nobodys: await contentCidOf(nobodys),
  }
  GET = (await import('./route.ts')).GET
})
afterAll(async () => {
  const { db } = await import('#lib/platform/db.ts')
  await db().$disconnect()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (cid: string, init: RequestInit = {}, query = '') =>
  GET(new Request(`http://localhost/ipfs/${cid}${query}`, init), { params: Promise.resolve({ cid }) })
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

it('gives what is published by its address, to any site, whole and in parts', async () => {
  for (const [cid, bytes] of [
    [cids.small, small],
    [cids.large, large],
  ] as const) {
    const whole = await ask(cid)
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(bytes.length),
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${cid}"`,
    })
    expect(Buffer.compare(await bytesOf(whole), bytes)).toBe(0)
    const part = await ask(cid, { headers: { range: 'bytes=100-199' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${bytes.length}`])
    expect(Buffer.compare(await bytesOf(part), bytes.subarray(100, 200))).toBe(0)
  }
})

it('gives a block to those who check it themselves, where the file is one', async () => {
  const block = await ask(cids.small, {}, '?format=raw')
  expect([block.status, block.headers.get('content-type')]).toEqual([200, 'application/vnd.ipld.raw'])
  expect(block.headers.get('etag')).toBe(`"${cids.small}.raw"`)
  expect(Buffer.compare(await bytesOf(block), small)).toBe(0)
  const accept = { accept: 'application/vnd.ipld.raw' }
  expect((await ask(cids.small, { headers: accept })).headers.get('content-type')).toBe(accept.accept)
  expect((await ask(cids.large, { headers: accept })).status).toBe(404)
})

it('gives nothing that is only stored', async () => {
  expect((await ask(cids.nobodys)).status).toBe(404)
  expect((await ask(cids.nobodys, {}, '?format=raw')).status).toBe(404)
})
