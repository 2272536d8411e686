import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { decodePicture } from '#lib/critique/adapters/decode-picture.ts'
import { pixelHashOf } from '#lib/critique/pixel-hash.ts'
import { type FoundWork, foundWorksSchema } from '#lib/flows/find-work/schema.ts'
import type { Services } from '#lib/flows/services.ts'
import { fillNearHashes } from '#lib/flows/sweep/fill-near-hashes.ts'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { COPY_DISTANCE, NOTHING_NEAR, nearHashOf } from '#lib/provenance/reading/near-hash.ts'
import { type Gallery, withGallery } from '#scripts/testing/with-gallery.ts'

const own = vi.hoisted(() => ({ services: undefined as Partial<Services> | undefined }))
vi.mock('#lib/flows/services.ts', async (original) => ({
  ...(await original<typeof import('#lib/flows/services.ts')>()),
  services: () => own.services,
}))
const { GET } = await import('./route.ts')

type Hung = Awaited<ReturnType<Gallery['hang']>>

let gallery: Gallery
let hills: Hung
let harbour: Hung
let client = 0
beforeAll(async () => {
  gallery = await withGallery()
  own.services = { db: gallery.db }
  hills = await gallery.hang('A woodcut of three hills at night')
  harbour = await gallery.hang('A herbarium sheet of one fern', hills.round)
})
beforeEach(() => {
  client += 1
})
afterAll(() => gallery.close())

async function ask(query: Record<string, string>) {
  const url = `https://gallery.example/api/v1/works?${new URLSearchParams(query)}`
  const request = new Request(url, { headers: { 'x-forwarded-for': `client ${client}` } })
  return GET(request, { params: Promise.resolve({}) })
}

async function found(query: Record<string, string>): Promise<FoundWork[]> {
  const response = await ask(query)
  expect(response.status).toBe(200)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  return foundWorksSchema.parse(await response.json()).items
}

const bare = (hash: string) => hash.slice('sha256:'.length)

async function hashesOf(bytes: Uint8Array) {
  const pixels = await decodePicture(bytes)
  if (!pixels) throw new Error('no picture')
  return {
    sha256: bare(fileHashOf(bytes)),
    pixels: bare(pixelHashOf(pixels)),
    near: nearHashOf(pixels) ?? NOTHING_NEAR,
  }
}

const saved = async (image: Sharp) => hashesOf(new Uint8Array(await image.toBuffer()))

describe('a picture is found', () => {
  it('by its file, with where it hangs', async () => {
    const { round, work, bytes } = hills
    const [item, ...others] = await found(await hashesOf(bytes))
    expect(others).toEqual([])
    expect(item).toMatchObject({
      match: 'file',
      distance: null,
      work: { contentHash: work.contentHash, title: work.title, creatorName: 'ada', src: work.src },
      recipeHash: work.recipeHash,
      round: { id: round.roundId, title: round.rules.title, collection: round.rules.collection },
      place: null,
      token: null,
      page: expect.stringMatching(
        new RegExp(`^/rounds/small-hours-[0-9a-f]{8}/works/${bare(work.contentHash)}$`),
      ),
      metadata: `/api/v1/works/${bare(work.contentHash)}/metadata`,
    })
  })

  it('in every round where it hangs', async () => {
    const { contentHash } = hills.work
    const { round, work } = await gallery.hang('Waterlines of a calm bay')
    const own = { contentHash: work.contentHash, roundRowId: round.rowId }
    await gallery.db.candidate.updateMany({ where: own, data: { contentHash } })
    const items = await found({ sha256: bare(contentHash) })
    const rounds = [hills.round.roundId, round.roundId]
    expect(items.map((item) => item.round.id).toSorted()).toEqual(rounds.toSorted())
    await gallery.db.candidate.updateMany({ where: { ...own, contentHash }, data: own })
  })

  it('by a smaller copy that was made of it here', async () => {
    for (const { sha256 } of hills.work.renditions) {
      const items = await found({ sha256: bare(sha256) })
      expect(items.map(({ match, work }) => [match, work.contentHash])).toEqual([
        ['copy', hills.work.contentHash],
      ])
    }
  })

  it('by its pixels, when it was saved without what the file said', async () => {
    const items = await found(await saved(sharp(hills.bytes).png({ compressionLevel: 2 })))
    expect(items.map(({ match, work }) => [match, work.contentHash])).toEqual([
      ['pixels', hills.work.contentHash],
    ])
  })

  it.each([
    ['a JPEG of quality 50', (image: Sharp) => image.jpeg({ quality: 50 })],
    ['a WebP of a quarter the size', (image: Sharp) => image.resize({ width: 256 }).webp()],
    ['a grey JPEG of twice the size', (image: Sharp) => image.greyscale().resize({ width: 1_800 }).jpeg()],
  ])('by its looks, as %s', async (_, copy) => {
    const [item] = await found(await saved(copy(sharp(harbour.bytes))))
    expect(item).toMatchObject({ match: 'alike', work: { contentHash: harbour.work.contentHash } })
    expect(item?.distance).toBeLessThanOrEqual(COPY_DISTANCE)
  })

  it('the nearest first', async () => {
    const row = await gallery.db.asset.findUniqueOrThrow({
      where: { contentHash: hills.work.contentHash },
    })
    const { near } = await saved(sharp(harbour.bytes).jpeg())
    const off = BigInt(`0x${near}`) ^ ((1n << 30n) - 1n)
    const nearHash = off.toString(2).padStart(256, '0')
    await gallery.db.asset.update({ where: { contentHash: row.contentHash }, data: { nearHash } })
    const items = await found({ near })
    expect(items.map(({ work }) => work.contentHash)).toEqual([
      harbour.work.contentHash,
      hills.work.contentHash,
    ])
    expect(items[1]?.distance).toBe(30)
    await gallery.db.asset.update({
      where: { contentHash: row.contentHash },
      data: { nearHash: row.nearHash },
    })
  })
})

describe('a picture is not found', () => {
  it('when it never hung here', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
    const create = { width: 300, height: 300, channels: 3, background: '#000', noise } as const
    expect(await found(await saved(sharp({ create }).png()))).toEqual([])
  })

  it('when there is too little in it', async () => {
    const create = { width: 300, height: 300, channels: 3, background: '#77a' } as const
    const { near } = await saved(sharp({ create }).png())
    expect(near).toBe(NOTHING_NEAR)
    const { contentHash } = hills.work
    const { nearHash } = await gallery.db.asset.findUniqueOrThrow({ where: { contentHash } })
    await gallery.db.asset.update({ where: { contentHash }, data: { nearHash: '0'.repeat(256) } })
    expect(await found({ near })).toEqual([])
    await gallery.db.asset.update({ where: { contentHash }, data: { nearHash } })
  })

  it('while its round is a draft', async () => {
    const { rowId, roundId } = hills.round
    const hashes = await hashesOf(hills.bytes)
    await gallery.db.round.update({ where: { id: rowId }, data: { roundId: null } })
    for (const [name, value] of Object.entries(hashes)) expect(await found({ [name]: value })).toEqual([])
    await gallery.db.round.update({ where: { id: rowId }, data: { roundId } })
    for (const [name, value] of Object.entries(hashes)) expect(await found({ [name]: value })).toHaveLength(1)
  })
})

it('looks at pictures that were hung before, past those that are away', async () => {
  const { storage } = gallery.services
  const gone = hills.work.contentHash
  const away = {
    ...storage,
    get: (key: string) => (key === bare(gone) ? Promise.resolve(null) : storage.get(key)),
  }
  const both = { contentHash: { in: [gone, harbour.work.contentHash] } }
  await gallery.db.asset.updateMany({ where: both, data: { nearHash: null } })
  const near = async ({ bytes }: Hung) => found({ near: (await hashesOf(bytes)).near })
  expect(await near(harbour)).toEqual([])
  expect(await fillNearHashes({ db: gallery.db, storage: away })).toBe(1)
  expect([await near(harbour), await near(hills)]).toEqual([[expect.anything()], []])
  expect(await fillNearHashes({ db: gallery.db, storage })).toBe(1)
  expect(await near(hills)).toEqual([expect.objectContaining({ match: 'alike', distance: 0 })])
  expect(await fillNearHashes({ db: gallery.db, storage })).toBe(0)
})

it.each([
  ['nothing', {}],
  ['capitals', { sha256: 'A'.repeat(64) }],
  ['a short hash', { near: '0'.repeat(63) }],
  ['something that is no hash', { pixels: `${'0'.repeat(63)}'` }],
])('refuses %s', async (_, query) => {
  const response = await ask(query)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'bad-input' })
})

it('is asked so often and no more', async () => {
  const codes = []
  for (let turn = 0; turn < 61; turn += 1) codes.push((await ask({ near: 'f'.repeat(64) })).status)
  expect(codes.slice(0, 60).every((code) => code === 200)).toBe(true)
  expect(codes[60]).toBe(429)
})
