import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCandidates, readWork } from '#lib/candidates/data.ts'
import { decodePicture } from '#lib/critique/adapters/decode-picture.ts'
import { pixelHashOf } from '#lib/critique/pixel-hash.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { takeUpload } from '#lib/flows/take-upload/take-upload.ts'
import { importProvider } from '#lib/generation/providers/import.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { folderStorage } from '#lib/platform/storage.ts'
import { workEntries } from '#lib/protocol/brief-work.ts'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { ensureCredentials, readSigning } from '#lib/provenance/adapters/credential-folder.ts'
import { readCredentials, readSidecar } from '#lib/provenance/adapters/read-credentials.ts'
import { rootOf } from '#lib/provenance/adapters/root-certificate.ts'
import { signPicture } from '#lib/provenance/adapters/sign-picture.ts'
import type { SignPicture } from '#lib/provenance/port.ts'
import { xmpFieldsOf } from '#lib/provenance/xmp-fields.ts'
import { xmpIn } from '#lib/provenance/xmp-in-file.ts'
import { stripes } from '#scripts/testing/hostile-pictures.ts'
import { isWhole } from '#scripts/testing/independent-reader.ts'
import { creatorOf, type Generation, signBrief, withGeneration } from '#scripts/testing/with-generation.ts'

const ada = creatorOf('ada').address.toLowerCase()
const dataDir = mkdtempSync(join(tmpdir(), 'verso-signed-'))
const storage = folderStorage(join(dataDir, 'blobs'))
const sign: SignPicture = (order) => signPicture(order, readSigning(dataDir))
let world: Generation
beforeAll(async () => {
  await ensureCredentials(dataDir, 'verso.example')
  world = await withGeneration(providersFrom([proceduralProvider(), importProvider({ storage })]))
  Object.assign(world.services, { storage, sign })
})
afterAll(async () => {
  await world.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const blob = async (hash: string) => {
  const bytes = await storage.get(hash.replace('sha256:', ''))
  if (!bytes) throw new Error(`no file ${hash}`)
  return bytes
}

async function hang(
  words: { prompt: string; traits?: string },
  provider = 'procedural',
  rules: Partial<Rules> = {},
) {
  const round = await world.openRound(rules)
  const signed = await signBrief(round, words, { provider })
  await submitBrief(world.services, { roundId: round.roundId, signed }, ada)
  expect((await world.work()).at(-1)).toBe('admit passed')
  const { items } = await readCandidates(world.db, { roundRowId: round.rowId, take: 9 })
  const work = await readWork(world.db, round.rowId, { contentHash: items[0]?.contentHash ?? '' })
  if (!work) throw new Error('it does not hang')
  return { round, work }
}

const pixelsOf = async (bytes: Uint8Array) => {
  const pixels = await decodePicture(bytes)
  return pixels && pixelHashOf(pixels)
}

describe('a picture that is made here', () => {
  it('hangs as the file that says how it was made, by its prompt, its recipe and its round', async () => {
    const { round, work } = await hang({ prompt: 'A woodcut of three hills' })
    const bytes = await blob(work.contentHash)
    expect(fileHashOf(bytes)).toBe(work.contentHash)
    expect(work.execution.facts).toMatchObject({ credentials: 'in the file' })
    expect(await readCredentials(bytes, 'image/png', rootOf(dataDir))).toMatchObject({
      standing: 'trusted',
      title: work.title,
      began: {
        action: 'c2pa.created',
        sourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia',
        agent: 'verso/artist',
      },
      prompt: work.recipe.template.text,
      recipe: { recipeHash: work.recipeHash, round: round.roundId, creator: ada, licence: 'CC-BY-4.0' },
    })
    expect(xmpFieldsOf(xmpIn(bytes, 'image/png') ?? '')).toMatchObject({
      title: work.title,
      promptWriter: 'ada',
      system: 'verso/artist',
      prompt: work.recipe.template.text,
    })
    expect(await isWhole(bytes, 'image/png')).toBe(true)
  })

  it('shows what its recipe draws again, in a file of another hash', async () => {
    const { work } = await hang({ prompt: 'strata with one bright seam' })
    const provider = proceduralProvider()
    const request = { recipe: work.recipe, idempotencyKey: 'replay', webhookUrl: null }
    const [again] = await provider.fetchArtifacts(request, await provider.submit(request))
    if (!again) throw new Error('nothing drawn')
    expect(`sha256:${again.sha256}`).not.toBe(work.contentHash)
    expect(await pixelsOf(again.bytes)).toBe(await pixelsOf(await blob(work.contentHash)))
  })

  it('is kept, and said to be unsigned, when nothing can be signed', async () => {
    Object.assign(world.services, { sign: () => Promise.reject(new Error('no key')) })
    const { work } = await hang({ prompt: 'weave of threads' })
    Object.assign(world.services, { sign })
    expect(work.execution.facts).toMatchObject({ credentials: 'none' })
    expect(await readCredentials(await blob(work.contentHash), 'image/png', null)).toBeNull()
  })
})

describe('a picture whose round names another root', () => {
  it('hangs unsigned, and its facts say why', async () => {
    const c2paRoot = `0x${'9'.repeat(64)}` as const
    const refuse: SignPicture = async ({ record, ...order }) =>
      record.round.c2paRoot === c2paRoot ? { unsigned: 'other-root' } : sign({ record, ...order })
    Object.assign(world.services, { sign: refuse })
    const { work } = await hang({ prompt: 'a field of reeds' }, 'procedural', { c2paRoot })
    Object.assign(world.services, { sign })
    expect(work.execution.facts).toMatchObject({ credentials: 'none', unsigned: 'other-root' })
    expect(await readCredentials(await blob(work.contentHash), 'image/png', null)).toBeNull()
  })
})

describe('a finished work', () => {
  it('hangs as the file that was signed for, with credentials beside it that claim nothing of its making', async () => {
    const sent = new Uint8Array(await stripes(1024, 1024).jpeg().toBuffer())
    const body = { body: new Blob([sent]).stream(), announced: sent.length }
    const { sha256: contentHash } = await takeUpload(world.services, body, ada)
    const nothing = { title: 'Two tides', version: null, seed: null, means: null }
    const traits = workEntries({ ...nothing, model: 'flux', contentHash })
    const { work } = await hang({ prompt: 'Two tides in stripes', traits }, 'import')
    expect(work.contentHash).toBe(contentHash)
    const { facts } = work.execution
    expect(facts).toMatchObject({ declared: 'yes', credentials: 'beside the file' })
    const sidecar = await blob(String(facts.sidecar))
    expect(await readSidecar(sidecar, contentHash.slice(7), rootOf(dataDir))).toMatchObject({
      standing: 'trusted',
      title: 'Two tides',
      began: { action: 'c2pa.opened', sourceType: null, agent: null },
      prompt: null,
      recipe: { recipeHash: work.recipeHash },
    })
  })
})
