import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCandidates, readWork } from '#lib/candidates/data.ts'
import { retryPicture } from '#lib/flows/submit/retry-picture.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { takeUpload } from '#lib/flows/take-upload/take-upload.ts'
import { decisionSchema } from '#lib/generation/executions/schema.ts'
import { importProvider } from '#lib/generation/providers/import.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { ANY_PROVIDER } from '#lib/generation/schema.ts'
import { folderStorage } from '#lib/platform/storage.ts'
import { parentEntry } from '#lib/protocol/brief-parent.ts'
import { workEntries } from '#lib/protocol/brief-work.ts'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { metadataHashOf } from '#lib/protocol/candidates.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import { recipeHashOf } from '#lib/protocol/recipe.ts'
import { stripes } from '#scripts/testing/hostile-pictures.ts'
import {
  creatorOf,
  type Generation,
  signBrief,
  type TestRound,
  withGeneration,
} from '#scripts/testing/with-generation.ts'
import { progressOfBrief } from './progress-of-brief.ts'

const addressOf = (name: string) => creatorOf(name).address.toLowerCase()
const NOTHING = { title: null, model: null, version: null, seed: null, means: null }
const DECLARED = {
  ...NOTHING,
  title: 'Two tides',
  model: 'black-forest-labs/flux-dev',
  version: '1',
  seed: '4812',
  means: 'ComfyUI, 30 steps; retouched by hand',
}

const folder = mkdtempSync(join(tmpdir(), 'verso-brought-'))
const storage = folderStorage(folder)
let world: Generation
beforeAll(async () => {
  world = await withGeneration(providersFrom([proceduralProvider(), importProvider({ storage })]))
  Object.assign(world.services, { storage })
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

let width = 1024
/** A new picture, large enough for the gates. */
async function upload(by = 'ada', side?: number): Promise<FileHash> {
  width += 1
  const file = await stripes(side ?? width, side ?? 1024)
    .jpeg()
    .toBuffer()
  const sent = { body: new Blob([new Uint8Array(file)]).stream(), announced: file.length }
  return (await takeUpload(world.services, sent, addressOf(by))).sha256
}

type Words = { prompt?: string; traits: string; count?: number }
async function submit(round: TestRound, words: Words, { by = 'ada', provider = 'import' } = {}) {
  const signed = await signBrief(round, { prompt: 'Two tides in stripes', ...words }, { by, provider })
  return submitBrief(world.services, { roundId: round.roundId, signed }, addressOf(by))
}

const bring = (contentHash: FileHash) => ({ traits: workEntries({ ...NOTHING, contentHash }) })

async function progress(round: TestRound, digest: `0x${string}`) {
  return (await progressOfBrief(world.db, round.roundId, digest))?.items ?? []
}

describe('a finished work', () => {
  it('hangs as the very file that was uploaded, with what its creator declares marked as that', async () => {
    const round = await world.openRound()
    const contentHash = await upload()
    const traits = `Hour: dusk; ${workEntries({ ...DECLARED, contentHash })}`
    const { digest } = await submit(round, { traits })
    expect(await world.work()).toEqual(['render drawn', 'admit passed'])
    const [item] = await progress(round, digest)
    expect(item).toMatchObject({ state: 'passed', contentHash, title: 'Two tides', attempts: 1 })

    const work = await readWork(world.db, round.rowId, { contentHash })
    if (!work) throw new Error('it does not hang')
    expect(work.recipe).toMatchObject({
      template: { id: 'declared', version: '1', text: 'Two tides in stripes, dusk' },
      traits: [{ name: 'Hour', value: 'dusk' }],
      seed: '0',
      model: { id: 'black-forest-labs/flux-dev', version: '1', weightsHash: null },
      parameters: { title: 'Two tides', seed: '4812', means: 'ComfyUI, 30 steps, retouched by hand' },
      inputs: [{ role: 'work', sha256: contentHash }],
      parents: [],
      brief: digest,
      width,
      height: 1024,
    })
    expect(recipeHashOf(work.recipe)).toBe(work.recipeHash)
    expect(metadataHashOf(work.metadata)).toBe(work.metadataHash)
    const bytes = await storage.get(contentHash.slice('sha256:'.length))
    expect(bytes && fileHashOf(bytes)).toBe(contentHash)
    expect(work).toMatchObject({ mime: 'image/jpeg', width, height: 1024, title: 'Two tides' })
    expect(work.execution).toMatchObject({ provider: 'import', facts: { declared: 'yes' } })
    expect(work.medium).toBe(
      'made elsewhere: black-forest-labs/flux-dev 1, declared by the creator, not observed',
    )
    expect(work.traits.map(({ name }) => name)).toEqual([
      'Medium',
      'Origin',
      'Declared model',
      'Declared seed',
      'Declared means',
      'Hour',
    ])
    expect(work.verdicts.every(({ passed }) => passed)).toBe(true)
    expect(work.verdicts.length).toBe(round.rules.gates.length)
  })

  it('may be a variation of a work that hangs, and lends its words alone to variations of its own', async () => {
    const round = await world.openRound()
    const first = await upload()
    const declared = { ...NOTHING, model: 'verso/artist', version: '2', seed: '99' }
    await submit(round, { traits: workEntries({ ...declared, contentHash: first }) })
    await world.work()
    const second = await upload()
    const { digest } = await submit(round, { traits: `${parentEntry(first)}; ${bring(second).traits}` })
    const drawn = await submit(
      round,
      { prompt: 'Nine islands', traits: parentEntry(first) },
      { provider: 'procedural' },
    )
    await world.work()
    expect((await progress(round, digest))[0]).toMatchObject({ state: 'passed', contentHash: second })
    const brought = await readWork(world.db, round.rowId, { contentHash: second })
    expect(brought?.recipe.parents).toEqual([first])
    expect(brought?.parents).toMatchObject([{ contentHash: first }])
    const [item] = await progress(round, drawn.digest)
    const varied = await readWork(world.db, round.rowId, { contentHash: item?.contentHash ?? '' })
    expect(varied?.recipe).toMatchObject({ parents: [first], inputs: [], parameters: {} })
    expect(varied?.recipe.seed).not.toBe('0')
  })

  it('is turned away by the gates like any other, and the same file is not tried again', async () => {
    const round = await world.openRound()
    const small = await upload('ada', 200)
    const { digest, tasks } = await submit(round, bring(small))
    expect(await world.work()).toEqual(['render drawn', 'admit refused'])
    const [item] = await progress(round, digest)
    expect(item).toMatchObject({ state: 'turned-away', reason: { code: 'gate-size' }, triesLeft: 0 })
    const again = retryPicture(
      world.services,
      { roundId: round.roundId, taskId: tasks[0]?.id ?? '' },
      addressOf('ada'),
    )
    await expect(again).rejects.toMatchObject({ code: 'no-tries' })
  })

  it('hangs once in a round', async () => {
    const round = await world.openRound()
    const contentHash = await upload()
    await submit(round, bring(contentHash))
    const { digest } = await submit(round, bring(contentHash))
    await world.work()
    expect((await progress(round, digest))[0]).toMatchObject({
      state: 'turned-away',
      reason: { code: 'gate-exact-duplicate' },
    })
    expect((await readCandidates(world.db, { roundRowId: round.rowId, take: 9 })).items).toHaveLength(1)
  })

  it('that the store does not give out for a moment is read again, and stays what it is', async () => {
    const round = await world.openRound()
    const contentHash = await upload()
    const { digest } = await submit(round, bring(contentHash))
    const { get } = storage
    let asked = 0
    Object.assign(storage, { get: async (key: string) => (asked++ < 1 ? null : get(key)) })
    const outcomes = await world.work()
    Object.assign(storage, { get })
    expect(outcomes).toEqual(['render paused', 'render drawn', 'admit passed'])
    const [item] = await progress(round, digest)
    expect(item).toMatchObject({ state: 'passed', contentHash, attempts: 2 })
    const hung = await readWork(world.db, round.rowId, { contentHash })
    expect(hung?.recipe).toMatchObject({ template: { id: 'declared' }, seed: '0' })
  })

  it('is no work for whoever is best: a brief that names nobody is drawn', async () => {
    const round = await world.openRound()
    const { digest, tasks } = await submit(round, { traits: '' }, { provider: ANY_PROVIDER })
    await world.work()
    const [attempt] = await world.db.execution.findMany({ where: { taskId: tasks[0]?.id ?? '' } })
    const { considered } = decisionSchema.parse(attempt?.decision)
    expect(considered).toContainEqual({ provider: 'import', never: 'not-asked' })
    expect((await progress(round, digest))[0]).toMatchObject({ state: 'passed', provider: 'procedural' })
    const named = submit(round, bring(await upload()), { provider: ANY_PROVIDER })
    await expect(named).rejects.toMatchObject({ code: 'provider-inputs' })
  })
})

describe('a brief that names a file is refused', () => {
  const stranger: FileHash = `sha256:${'5e'.repeat(32)}`

  it.each([
    ['when nobody has uploaded it', async () => bring(stranger), {}, 'upload-unknown'],
    ['when another account has', async () => bring(await upload('bob')), {}, 'upload-unknown'],
    [
      'when it is to be drawn as well',
      async () => bring(await upload()),
      { provider: 'procedural' },
      'provider-inputs',
    ],
    ['when it brings none to the taker', async () => ({ traits: 'Hour: dusk' }), {}, 'provider-inputs'],
    ['when it is to hang twice', async () => ({ ...bring(await upload()), count: 2 }), {}, 'brief-invalid'],
    [
      'when it is two',
      async () => ({ traits: `${bring(await upload()).traits}; ${bring(stranger).traits}` }),
      {},
      'brief-work',
    ],
    [
      'when its maker takes no references',
      async () => ({ traits: `Reference: ${await upload()}` }),
      { provider: 'procedural' },
      'provider-inputs',
    ],
    [
      'when a reference is another’s',
      async () => ({ traits: `${bring(await upload()).traits}; Reference: ${await upload('bob')}` }),
      {},
      'upload-unknown',
    ],
  ])('%s', async (_name, words, how, code) => {
    const round = await world.openRound()
    await expect(submit(round, await words(), how)).rejects.toMatchObject({ code })
    expect(await world.db.brief.count({ where: { roundRowId: round.rowId } })).toBe(0)
    expect(world.bells).toEqual([])
  })

  it('when the words were changed after they were signed', async () => {
    const round = await world.openRound()
    const [mine, other] = [await upload(), await upload()]
    const signed = await signBrief(round, { prompt: 'Two tides', ...bring(mine) }, { provider: 'import' })
    const { brief } = signed
    for (const traits of [bring(other).traits, `${brief.traits}; Model: better`]) {
      const changed = { ...signed, brief: { ...brief, traits } }
      const asked = submitBrief(world.services, { roundId: round.roundId, signed: changed }, addressOf('ada'))
      await expect(asked).rejects.toMatchObject({ code: 'signature-mismatch' })
    }
  })

  it('when somebody else hands it in', async () => {
    const round = await world.openRound()
    const signed = await signBrief(
      round,
      { prompt: 'Two tides', ...bring(await upload()) },
      { provider: 'import' },
    )
    const asked = submitBrief(world.services, { roundId: round.roundId, signed }, addressOf('bob'))
    await expect(asked).rejects.toMatchObject({ code: 'not-yours' })
  })

  it('but not for references of its own beside a finished work: they are declared too', async () => {
    const round = await world.openRound()
    const [work, reference] = [await upload(), await upload()]
    const { digest } = await submit(round, { traits: `${bring(work).traits}; Reference: ${reference}` })
    await world.work()
    expect((await progress(round, digest))[0]).toMatchObject({ state: 'passed' })
    const hung = await readWork(world.db, round.rowId, { contentHash: work })
    expect(hung?.recipe.inputs).toEqual([
      { role: 'work', sha256: work },
      { role: 'reference', sha256: reference },
    ])
    expect(hung?.recipe.traits).toEqual([])
  })
})
