import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { kuboPinning } from '#lib/distribution/pinning/adapters/kubo.ts'
import { pinningService } from '#lib/distribution/pinning/adapters/pinning-service.ts'
import { countPins, duePins } from '#lib/distribution/pinning/data.ts'
import type { Pinning } from '#lib/distribution/pinning/port.ts'
import { contentOf } from '#lib/flows/publish/content.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { hangWorks } from '#scripts/testing/hang-works.ts'
import { memoryStorage } from '#scripts/testing/memory-storage.ts'
import { KuboPeer, PinningPeer } from '#scripts/testing/peers/pinning-peer.ts'
import { type Generation, type TestRound, withGeneration } from '#scripts/testing/with-generation.ts'
import { pinBlob } from './pin-blob.ts'
import { planPins } from './plan-pins.ts'

const MANY = 1_000
const storage = memoryStorage()
const kubo = new KuboPeer()
const remote = new PinningPeer()
let world: Generation
let round: TestRound
let pinning: Pinning[]
/** A little later than the rows are written, which are due at once. */
let now = new Date(Date.now() + 600_000)
const passSeconds = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}
const services = () => ({ db: world.db, storage, pinning })
const plan = () => planPins(services(), ['kubo', 'pinning-service'])
const due = (service: string) => duePins(world.db, { services: [service], at: now, take: MANY })
/** One turn of a worker: everything that is due with a service. */
async function turn(service: string) {
  const outcomes: string[] = []
  for (const id of await due(service)) outcomes.push(await pinBlob(services(), id, now))
  return Object.fromEntries(
    [...new Set(outcomes)].map((one) => [one, outcomes.filter((o) => o === one).length]),
  )
}

/** Counts the round, with a file that is one large block and one that is more. */
async function count(attempt: number) {
  const { bundle } = await sampleRound()
  const files: Record<string, string> = {}
  for (const [path, bytes] of bundle.files) files[path] = await storage.put(bytes)
  files['log/000000.jsonl'] = await storage.put(new Uint8Array(1_500_000).fill(attempt))
  files['leaf-hashes/000000.jsonl'] = await storage.put(new Uint8Array(700_000).fill(attempt))
  files['manifest.json'] = await storage.put(new Uint8Array(500).fill(attempt))
  const { resultHash, winnersRoot, sharesRoot, sharesTotal, result } = bundle
  const closing = { resultHash, winnersRoot, sharesRoot, sharesTotal, result, files, attempt }
  const bundleDigest = `0x${files['manifest.json']}`
  await world.db.closing.create({ data: { ...closing, bundleDigest, roundRowId: round.rowId } })
  return { files, winners: result.winners }
}

beforeAll(async () => {
  await Promise.all([kubo.start(), remote.start()])
  world = await withGeneration()
  round = await world.openRound()
  await hangWorks({ db: world.db, storage }, round.rowId, ['one', 'two', 'three', 'four', 'five'])
  const rows = await world.db.candidate.findMany({ orderBy: { contentHash: 'asc' } })
  for (const [index, { id }] of rows.entries())
    await world.db.candidate.update({ where: { id }, data: { number: index + 1 } })
})
afterAll(() => Promise.all([world.close(), kubo.stop(), remote.stop()]))
beforeEach(() => {
  pinning = [
    kuboPinning({ url: kubo.url, timeoutMs: 2_000 }),
    pinningService({ url: `${remote.url}/psa`, token: remote.token, origins: async () => [] }),
  ]
})

it('lists what a counted round publishes, once, and a count of later too', async () => {
  expect(await plan()).toBe(0)
  const { files, winners } = await count(1)
  const blobs = new Set(Object.values(files))
  expect(winners.length).toBeGreaterThan(0)
  const added = await plan()
  expect(added).toBe(2 * (blobs.size + winners.length))
  expect(await plan()).toBe(0)
  const manifest = files['manifest.json'] ?? ''
  const listed = await world.db.pin.findMany({ where: { service: 'kubo' } })
  const cidOf = (key = '') => listed.find(({ blob }) => blob === key)?.cid
  expect(cidOf(manifest)).toBe(rawCidOf(`0x${manifest}`))
  const block = files['leaf-hashes/000000.jsonl'] ?? ''
  expect(cidOf(block)).toBe(rawCidOf(`0x${block}`))
  const tokens = Object.entries(files).filter(([path]) => path.startsWith('tokens/'))
  for (const [, key] of tokens) expect(cidOf(key)).toBe(rawCidOf(`0x${key}`))
  expect(cidOf(files['log/000000.jsonl'])).toBe(await contentCidOf(new Uint8Array(1_500_000).fill(1)))
  await count(2)
  // Of a later count only what is new: its manifest and its log.
  expect(await plan()).toBe(6)
})

it('pins all of it at a node of one’s own, whatever happens on the way', async () => {
  kubo.faults.push({ kind: 'answer', status: 500 }, { kind: 'reset', done: true }, { kind: 'cut' })
  const all = (await due('kubo')).length
  expect(await turn('kubo')).toEqual({ failed: 3, pinned: all - 3 })
  expect(await countPins(world.db, round.rowId)).toMatchObject([
    { service: 'kubo', pinned: all - 3, all, failing: expect.stringMatching(/^pin-(away|broken): /) },
    { service: 'pinning-service', pinned: 0, all },
  ])
  expect(await due('kubo')).toEqual([])
  passSeconds(31)
  expect(await turn('kubo')).toEqual({ pinned: 3 })
  expect(kubo.pins.size).toBe(all)
  expect((await countPins(world.db))[0]).toEqual({ service: 'kubo', pinned: all, all, failing: null })
  for (const [cid, bytes] of kubo.pins) {
    const found = await contentOf({ db: world.db, storage }, cid)
    expect([cid, found?.size]).toEqual([cid, bytes.length])
  }
})

it('is tried again at growing distances while the service is away', async () => {
  const [id = ''] = await due('pinning-service')
  const away = () => remote.faults.push({ kind: 'answer', status: 503 })
  const waits: number[] = []
  for (let tries = 0; tries < 5; tries++) {
    away()
    expect(await pinBlob(services(), id, now)).toBe('failed')
    expect(await pinBlob(services(), id, now)).toBe('too-early')
    const { dueAt } = await world.db.pin.findUniqueOrThrow({ where: { id } })
    waits.push((dueAt.getTime() - now.getTime()) / 1000)
    now = dueAt
  }
  expect(waits).toEqual([30, 60, 120, 240, 480])
})

it('is done by one worker at a time, and taken up after one that ended', async () => {
  const [id = '', other = ''] = await due('pinning-service')
  const outcomes = await Promise.all([1, 2, 3].map(() => pinBlob(services(), id, now)))
  expect(outcomes.toSorted()).toEqual(['asked', 'taken', 'taken'])
  const dies = {
    ...services(),
    pinning: [{ ...(pinning[1] as Pinning), pin: () => Promise.reject(new Error('killed')) }],
  }
  await expect(pinBlob(dies, other, now)).rejects.toThrow('killed')
  expect(await pinBlob(services(), other, now)).toBe('too-early')
  passSeconds(601)
  expect(await pinBlob(services(), other, now)).toBe('asked')
})

it('follows a service until it has all, and asks anew for what it gave up', async () => {
  passSeconds(3_600)
  await turn('pinning-service')
  remote.settle('failed', { status_details: 'not found' })
  passSeconds(3_600)
  const given = await turn('pinning-service')
  expect(given.failed).toBeGreaterThan(10)
  passSeconds(3_600)
  await turn('pinning-service')
  remote.settle('pinned')
  passSeconds(7_200)
  const found = await turn('pinning-service')
  expect(Object.keys(found)).toEqual(['pinned'])
  const [, counted] = await countPins(world.db)
  expect(counted).toMatchObject({ service: 'pinning-service', failing: null })
  expect(counted?.pinned).toBe(counted?.all)
})

it('does nothing for a service that is not set any more', async () => {
  const row = await world.db.pin.findFirstOrThrow({ where: { service: 'kubo' } })
  await world.db.pin.update({ where: { id: row.id }, data: { state: 'waiting' } })
  expect(await pinBlob({ ...services(), pinning: [] }, row.id, now)).toBe('no-service')
})
