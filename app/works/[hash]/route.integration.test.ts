import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCandidates, readWork } from '#lib/candidates/data.ts'
import { contentOf, fileOf } from '#lib/flows/publish/content.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { takeUpload } from '#lib/flows/take-upload/take-upload.ts'
import { importProvider } from '#lib/generation/providers/import.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { sidecarIn } from '#lib/generation/sidecar.ts'
import { folderStorage } from '#lib/platform/storage.ts'
import { workEntries } from '#lib/protocol/brief-work.ts'
import { fileHashOf, utf8 } from '#lib/protocol/bytes.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { ensureCredentials, readSigning } from '#lib/provenance/adapters/credential-folder.ts'
import { readSidecar } from '#lib/provenance/adapters/read-credentials.ts'
import { rootOf } from '#lib/provenance/adapters/root-certificate.ts'
import { signPicture } from '#lib/provenance/adapters/sign-picture.ts'
import type { SignPicture } from '#lib/provenance/port.ts'
import { readWorkParts } from '#lib/rounds/results/data.ts'
import { stripes } from '#scripts/testing/hostile-pictures.ts'
import { creatorOf, type Generation, signBrief, withGeneration } from '#scripts/testing/with-generation.ts'

const SITE = 'https://gallery.example'
const ada = creatorOf('ada').address.toLowerCase()
const dataDir = mkdtempSync(join(tmpdir(), 'verso-works-'))
const storage = folderStorage(join(dataDir, 'blobs'))
let world: Generation
let works: typeof import('./route.ts')

beforeAll(async () => {
  await ensureCredentials(dataDir, 'verso.example')
  world = await withGeneration(providersFrom([proceduralProvider(), importProvider({ storage })]))
  const sign: SignPicture = (order) => signPicture(order, readSigning(dataDir))
  Object.assign(world.services, { storage, sign })
  Object.assign(process.env, { VERSO_DATA: dataDir, DATABASE_URL: world.url, PUBLIC_URL: SITE })
  works = await import('./route.ts')
})
afterAll(async () => {
  await world.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const askWork = (hash: string, init: RequestInit = {}) =>
  works.GET(new Request(`${SITE}/works/${hash}`, init), { params: Promise.resolve({ hash }) })

const rawCid = (hash: string) => rawCidOf(hash.replace('sha256:', '0x') as Bytes32)

async function hang(words: { prompt: string; traits?: string }, provider: string) {
  const round = await world.openRound()
  const signed = await signBrief(round, words, { provider })
  await submitBrief(world.services, { roundId: round.roundId, signed }, ada)
  expect((await world.work()).at(-1)).toBe('admit passed')
  const { items } = await readCandidates(world.db, { roundRowId: round.rowId, take: 9 })
  const work = await readWork(world.db, round.rowId, { contentHash: items[0]?.contentHash ?? '' })
  if (!work) throw new Error('it does not hang')
  return { round, work, hash: work.contentHash.slice('sha256:'.length) }
}

async function finishedWork() {
  const sent = new Uint8Array(await stripes(1024, 1024).jpeg().toBuffer())
  const body = { body: new Blob([sent]).stream(), announced: sent.length }
  const { sha256: contentHash } = await takeUpload(world.services, body, ada)
  const nothing = { title: 'Two tides', version: null, seed: null, means: null }
  const traits = workEntries({ ...nothing, model: 'flux', contentHash })
  return hang({ prompt: 'Two tides in stripes', traits }, 'import')
}

it('leads from a finished work to the credentials beside it, which its bundle holds too', async () => {
  const { round, work, hash } = await finishedWork()
  const sidecar = sidecarIn(work.execution.facts) ?? ''
  const response = await askWork(hash)
  expect(response.status).toBe(200)
  expect(response.headers.get('link')).toBe(`</ipfs/${rawCid(sidecar)}>; rel="c2pa-manifest"`)
  expect((await askWork(hash, { method: 'HEAD' })).headers.get('link')).toBe(response.headers.get('link'))

  const { bytes, mime } = (await fileOf(world.services, rawCid(sidecar))) ?? { bytes: new Uint8Array() }
  expect(mime).toBe('application/c2pa')
  expect(fileHashOf(bytes)).toBe(sidecar)
  expect(await readSidecar(bytes, hash, rootOf(dataDir))).toMatchObject({
    standing: 'trusted',
    recipe: { recipeHash: work.recipeHash },
  })

  await world.db.candidate.updateMany({ where: { roundRowId: round.rowId }, data: { number: 1 } })
  for (const asked of ['all', [1]] as const) {
    const { keys } = await readWorkParts(world.db, round.rowId, asked === 'all' ? asked : [...asked])
    expect(keys).toContain(sidecar.slice('sha256:'.length))
    expect(keys).toContain(hash)
  }
})

it('leads nowhere from a picture that carries its own, nor to what does not hang', async () => {
  const { work, hash } = await hang({ prompt: 'A woodcut of three hills' }, 'procedural')
  const response = await askWork(hash)
  expect([response.status, response.headers.get('link')]).toEqual([200, null])

  const stray = `sha256:${await storage.put(utf8('a manifest of nothing that hangs'))}`
  const task = await world.db.task.findFirstOrThrow({ where: { contentHash: work.contentHash } })
  const { id: _, createdAt: _at, updatedAt: _then, ...same } = task
  const execution = { provider: 'import', facts: { sidecar: stray } }
  const recipe = JSON.parse(JSON.stringify(task.recipe))
  await world.db.task.create({
    data: { ...same, try: 1, idempotencyKey: 'refused', externalId: null, recipe, execution },
  })
  expect(await contentOf(world.services, rawCid(stray))).toBeNull()
  expect((await askWork(hash)).headers.get('link')).toBeNull()
})
