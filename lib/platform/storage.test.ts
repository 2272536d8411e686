import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readlinkSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type S3Peer, s3Peer } from '#scripts/testing/peers/s3-peer.ts'
import { s3Storage } from './s3-storage.ts'
import { folderStorage, type Storage } from './storage.ts'

const HASH = 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9'
const HELLO = new TextEncoder().encode('hello world')
const DAY_MS = 86_400_000
const LATER = () => new Date(Date.now() + DAY_MS)

/** A store, and how to reach behind it. */
type Ground = {
  store: Storage
  age(key: string, ms: number): void
  spoil(key: string, bytes: Uint8Array): void
  end(): Promise<void>
}

async function folderGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'verso-blobs-'))
  const path = (key: string) => join(folder, key.slice(0, 2), key)
  return {
    store: folderStorage(folder),
    age: (key, ms) => utimesSync(path(key), new Date(), new Date(Date.now() - ms)),
    spoil: (key, bytes) => writeFileSync(path(key), bytes),
    end: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function bucketGround(): Promise<Ground> {
  const peer = await s3Peer()
  return {
    store: s3Storage(peer.settings, { tries: 3, silenceMs: 2_000, pauseMs: 1 }),
    age: (key, ms) => peer.age(key, ms),
    spoil: (key, bytes) => void peer.blobs.set(peer.settings.prefix + key, { bytes, modifiedAt: Date.now() }),
    end: () => peer.stop(),
  }
}

const text = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes)
const gathered = async (store: Storage) => {
  const all: string[] = []
  for await (const { key } of store.list()) all.push(key)
  return all
}
const code = (code: string) => expect.objectContaining({ code })

describe.each([
  ['a folder', folderGround],
  ['a bucket', bucketGround],
])('%s as a store', (_name, open) => {
  let ground: Ground
  let store: Storage
  beforeEach(async () => {
    ground = await open()
    store = ground.store
  })
  afterEach(() => ground.end())

  it('keeps bytes under their hash, once, whoever puts them at the same time', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => store.put(HELLO)))
    expect(new Set(keys)).toEqual(new Set([HASH]))
    expect(text(await store.get(HASH))).toBe('hello world')
    expect([await store.size(HASH), await store.has(HASH)]).toEqual([11, true])
    expect(await new Response(store.stream(HASH)).text()).toBe('hello world')
    expect(await gathered(store)).toEqual([HASH])
  })

  it('streams large blobs whole and in parts', async () => {
    const bytes = new Uint8Array(1_500_000).map((_, index) => (index * 7) % 251)
    const key = await store.put(bytes)
    const read = async (range?: { start: number; end: number }) =>
      Buffer.from(await new Response(store.stream(key, range)).arrayBuffer())
    expect(Buffer.compare(await read(), bytes)).toBe(0)
    for (const [start, end] of [
      [0, 0],
      [1_499_999, 1_499_999],
      [65_530, 400_000],
    ] as const)
      expect(Buffer.compare(await read({ start, end }), bytes.subarray(start, end + 1))).toBe(0)
  })

  it.each(['../../etc/passwd', 'B94D27', '', `${'a'.repeat(63)}/`, `${'a'.repeat(64)}\n`])(
    'refuses the key %j',
    async (key) => {
      for (const ask of [
        () => store.get(key),
        () => store.has(key),
        () => store.size(key),
        () => store.delete(key, LATER()),
        () => new Response(store.stream(key)).text(),
      ])
        await expect((async () => ask())()).rejects.toThrow('not a blob key')
    },
  )

  it('answers null for what it does not hold', async () => {
    const none = '0'.repeat(64)
    expect([await store.get(none), await store.has(none), await store.size(none)]).toEqual([
      null,
      false,
      null,
    ])
    expect(await store.delete(none, LATER())).toBe(false)
    expect(await gathered(store)).toEqual([])
  })

  it('never gives out other bytes than those of the hash', async () => {
    await store.put(HELLO)
    ground.spoil(HASH, new TextEncoder().encode('hello_world'))
    await expect(store.get(HASH)).rejects.toEqual(code('storage-corrupt'))
    await expect(new Response(store.stream(HASH)).text()).rejects.toEqual(code('storage-corrupt'))
    ground.spoil(HASH, new TextEncoder().encode('cut'))
    expect(await store.put(HELLO)).toBe(HASH)
    expect(text(await store.get(HASH))).toBe('hello world')
  })

  it('lists every blob with its size and time', async () => {
    const keys = await Promise.all([1, 2, 3].map((byte) => store.put(Uint8Array.of(byte, byte))))
    expect(await gathered(store)).toEqual(keys.toSorted())
    for await (const { size, modifiedAt } of store.list()) {
      expect(size).toBe(2)
      expect(Math.abs(modifiedAt.getTime() - Date.now())).toBeLessThan(10_000)
    }
  })

  it('deletes what was not put since a time, and what is put again counts as put', async () => {
    await store.put(HELLO)
    ground.age(HASH, 9 * DAY_MS)
    const weekAgo = new Date(Date.now() - 7 * DAY_MS)
    await store.put(HELLO)
    expect(await store.delete(HASH, weekAgo)).toBe(false)
    expect(text(await store.get(HASH))).toBe('hello world')
    ground.age(HASH, 9 * DAY_MS)
    expect(await store.delete(HASH, weekAgo)).toBe(true)
    expect(await store.has(HASH)).toBe(false)
    expect(await gathered(store)).toEqual([])
  })
})

describe('a folder', () => {
  it('has nothing temporary in it, and what an ended process put aside comes back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verso-blobs-'))
    const store = folderStorage(folder)
    await store.put(HELLO)
    expect(readdirSync(join(folder, 'b9'))).toEqual([HASH])
    const other = createHash('sha256').update('x').digest('hex')
    const [begun, writing] = [`${other}.0123456789ab`, `${other}.0123456789ac`].map((name) =>
      join(folder, 'b9', name),
    )
    for (const path of [begun ?? '', writing ?? '']) writeFileSync(path, HELLO)
    utimesSync(begun ?? '', new Date(), new Date(Date.now() - 2 * DAY_MS))
    writeFileSync(join(folder, 'b9', `${HASH}.aside`), HELLO)
    rmSync(join(folder, 'b9', HASH))
    expect(await store.has(HASH)).toBe(false)
    expect(await gathered(store)).toEqual([HASH])
    expect([await store.has(HASH), await store.has(other)]).toEqual([true, false])
    expect(readdirSync(join(folder, 'b9'))).toEqual([`${other}.0123456789ac`, HASH].toSorted())
    rmSync(folder, { recursive: true })
  })

  it('holds no file open for somebody who stopped reading', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verso-blobs-'))
    const store = folderStorage(folder)
    const key = await store.put(new Uint8Array(3_000_000))
    const held = () =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).endsWith(key)
        } catch {
          return false
        }
      }).length
    const reader = store.stream(key).getReader()
    await reader.read()
    expect(held()).toBe(1)
    await reader.cancel()
    await expect.poll(held).toBe(0)
    rmSync(folder, { recursive: true })
  })
})

describe('a bucket in bad weather', { timeout: 20_000 }, () => {
  let peer: S3Peer
  let store: Storage
  const patient = { tries: 4, silenceMs: 1_000, pauseMs: 1 }
  const big = new Uint8Array(400_000).map((_, index) => (index * 13) % 251)
  beforeEach(async () => {
    peer = await s3Peer()
    store = s3Storage(peer.settings, patient)
  })
  afterEach(() => peer.stop())
  const open = async (options: Parameters<typeof s3Peer>[0]) => {
    await peer.stop()
    peer = await s3Peer(options)
    store = s3Storage(peer.settings, patient)
  }
  const away = (word: string) =>
    expect.objectContaining({ code: 'storage-unavailable', cause: expect.objectContaining({ code: word }) })

  it.each([
    ['throttled', { kind: 'answer', status: 503, code: 'SlowDown' }],
    ['asked to wait', { kind: 'answer', status: 429, code: 'TooManyRequests' }],
    ['met by a failure', { kind: 'answer', status: 500, code: 'InternalError' }],
    ['cut off', { kind: 'reset', done: false }],
    ['left without the answer', { kind: 'reset', done: true }],
    ['left waiting', { kind: 'silence' }],
  ] as const)('keeps and reads when it is %s', async (_name, fault) => {
    const twice = fault.kind === 'silence' ? [fault] : [fault, fault]
    peer.faults.push(...twice)
    const key = await store.put(big)
    peer.faults.push(...twice)
    expect(Buffer.compare((await store.get(key)) ?? new Uint8Array(), big)).toBe(0)
    peer.faults.push(...twice)
    expect(await store.size(key)).toBe(big.length)
  })

  it('puts once, however often the answer is lost', async () => {
    peer.faults.push({ kind: 'answer', status: 503, code: 'SlowDown' }, { kind: 'reset', done: true })
    peer.faults.push({ kind: 'reset', done: true })
    const key = await store.put(HELLO)
    expect(peer.blobs.size).toBe(1)
    expect(text(await store.get(key))).toBe('hello world')
  })

  it('takes a broken body up where it broke', async () => {
    const key = await store.put(big)
    for (const after of ['reset', 'silence', 'reset'] as const) peer.faults.push({ kind: 'half', after })
    const streamed = Buffer.from(await new Response(store.stream(key)).arrayBuffer())
    expect(Buffer.compare(streamed, big)).toBe(0)
    peer.faults.push({ kind: 'half', after: 'reset' })
    const part = await new Response(store.stream(key, { start: 1_000, end: 300_000 })).arrayBuffer()
    expect(Buffer.compare(Buffer.from(part), big.subarray(1_000, 300_001))).toBe(0)
    peer.faults.push({ kind: 'half', after: 'reset' }, { kind: 'half', after: 'silence' })
    expect((await store.get(key))?.length).toBe(big.length)
  })

  it('asks again for bytes that changed on the way, and says so when they stay wrong', async () => {
    const key = await store.put(big)
    peer.faults.push({ kind: 'flip' })
    expect(Buffer.compare((await store.get(key)) ?? new Uint8Array(), big)).toBe(0)
    for (let tries = 0; tries < 4; tries++) peer.faults.push({ kind: 'flip' })
    await expect(store.get(key)).rejects.toEqual(code('storage-corrupt'))
  })

  it('gives up after its tries, with the word of the service', async () => {
    for (let tries = 0; tries < 4; tries++)
      peer.faults.push({ kind: 'answer', status: 503, code: 'SlowDown' })
    await expect(store.get(HASH)).rejects.toEqual(away('SlowDown'))
    peer.faults.push({ kind: 'silence' }, { kind: 'silence' })
    const hasty = s3Storage(peer.settings, { ...patient, tries: 2, silenceMs: 100 })
    await expect(hasty.get(HASH)).rejects.toEqual(away('Silence'))
  })

  it('does not ask again what will not change', async () => {
    const wrong = (settings: Partial<typeof peer.settings>) =>
      s3Storage({ ...peer.settings, ...settings }, patient).get(HASH)
    await expect(wrong({ secret: 'other' })).rejects.toEqual(away('SignatureDoesNotMatch'))
    await expect(wrong({ keyId: 'OTHER' })).rejects.toEqual(away('InvalidAccessKeyId'))
    await expect(wrong({ region: 'us-east-1' })).rejects.toEqual(away('AuthorizationHeaderMalformed'))
    await expect(wrong({ bucket: 'other' })).rejects.toEqual(away('NoSuchBucket'))
    expect(peer.heard).toHaveLength(4)
    await open({ now: () => Date.now() - 3_600_000 })
    await expect(store.get(HASH)).rejects.toEqual(away('RequestTimeTooSkewed'))
  })

  it('writes without a condition where none is known', async () => {
    await open({ knowsConditions: false })
    expect(text(await store.get(await store.put(HELLO)))).toBe('hello world')
  })

  it('lists page after page, its own prefix alone', async () => {
    for (let index = 0; index < 2_300; index++) {
      const bytes = Uint8Array.of(index >> 8, index & 255)
      const key = createHash('sha256').update(bytes).digest('hex')
      peer.blobs.set(`${peer.settings.prefix}${key}`, { bytes, modifiedAt: Date.now() })
    }
    peer.blobs.set(`home/onelonger/${HASH}`, { bytes: HELLO, modifiedAt: Date.now() })
    peer.blobs.set('home/one/notes.txt', { bytes: HELLO, modifiedAt: Date.now() })
    const all = await gathered(store)
    expect([all.length, new Set(all).size]).toEqual([2_300, 2_300])
  })

  it('lets go of a line that nobody reads any more', async () => {
    const key = await store.put(new Uint8Array(30_000_000))
    const reader = store.stream(key).getReader()
    await reader.read()
    await reader.cancel()
    await expect.poll(() => peer.connections()).toBe(0)
  })
})
