import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCandidates, readWork } from '#lib/candidates/data.ts'
import { numberRound } from '#lib/candidates/mutations.ts'
import { admitTask } from '#lib/flows/admit/admit-task.ts'
import { write } from '#lib/flows/services.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { countInks } from '#lib/generation/artist/measured-inks.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { candidateRootOf, candidateSchema, metadataHashOf } from '#lib/protocol/candidates.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { recipeHashOf } from '#lib/protocol/recipe.ts'
import {
  creatorOf,
  type Generation,
  signBrief,
  type TestRound,
  withGeneration,
} from '#scripts/testing/with-generation.ts'
import { progressOfBrief } from './progress-of-brief.ts'
import { renderTask } from './render-task.ts'

const ada = creatorOf('ada').address.toLowerCase()
let world: Generation

beforeAll(async () => {
  world = await withGeneration()
})
afterAll(() => world.close())

async function submit(round: TestRound, prompt: string, count = 1) {
  const signed = await signBrief(round, { prompt, count })
  return submitBrief(world.services, { roundId: round.roundId, signed }, ada)
}

const blob = (hash: string) => world.services.storage.get(hash.replace('sha256:', ''))

describe('a brief for three pictures', () => {
  it('becomes three works that can be checked from their records', async () => {
    const round = await world.openRound()
    const { digest, tasks } = await submit(round, 'A woodcut of three hills at night, two inks', 3)
    const before = await progressOfBrief(world.db, round.roundId, digest)
    expect(before?.items.map(({ state }) => state)).toEqual(['queued', 'queued', 'queued'])
    await world.work()
    const after = await progressOfBrief(world.db, round.roundId, digest)
    expect(after?.settled).toBe(true)
    expect(after?.items.map(({ state, reason }) => [state, reason])).toEqual(Array(3).fill(['passed', null]))
    const { items, nextCursor } = await readCandidates(world.db, { roundRowId: round.rowId, take: 10 })
    expect(items).toHaveLength(3)
    expect(nextCursor).toBeNull()
    for (const item of items) {
      const bytes = await blob(item.contentHash)
      if (!bytes) throw new Error('no picture')
      expect(fileHashOf(bytes)).toBe(item.contentHash)
      const work = await readWork(world.db, round.rowId, { contentHash: item.contentHash.slice(7) })
      expect(work?.contentCid).toBe(await contentCidOf(bytes))
      expect(work?.medium).toBe(`procedural: woodcut, seed ${work?.recipe.seed}`)
      expect(work && metadataHashOf(work.metadata)).toBe(work?.metadataHash)
      expect(work && recipeHashOf(work.recipe)).toBe(work?.recipeHash)
      expect(work?.recipe.brief).toBe(digest)
      expect(work?.verdicts.map(({ gate, passed }) => [gate, passed])).toEqual([
        ['decodes', true],
        ['size', true],
        ['blank', true],
        ['exact-duplicate', true],
      ])
      expect(await blob(work?.recipeHash ?? '')).not.toBeNull()
      expect(await blob(work?.metadataHash ?? '')).not.toBeNull()
      for (const rendition of work?.renditions ?? []) {
        const { format, width, height } = await sharp((await blob(rendition.sha256)) ?? undefined).metadata()
        expect({ format, width, height }).toEqual({
          format: 'webp',
          width: rendition.width,
          height: rendition.height,
        })
      }
    }
    expect(new Set(tasks.map(({ seed }) => seed)).size).toBe(3)
  })

  it('is numbered by its hashes when admission ends, and nothing is admitted after', async () => {
    const round = await world.openRound()
    await submit(round, 'overprint circles', 2)
    await world.work()
    const late = await submit(round, 'strata under a red sun')
    const number = () =>
      write(world.services, 'worker', (ctx) => numberRound({ ctx, roundRowId: round.rowId }))
    await expect(number()).rejects.toMatchObject({ code: 'round-state' })
    await world.moveClock(round.rules.submissionsCloseAt)
    try {
      expect(await world.work()).toEqual(['render dropped'])
      const numbering = await number()
      expect(await number()).toEqual(numbering)
      const { items } = await readCandidates(world.db, { roundRowId: round.rowId, take: 10 })
      expect(items.map((item) => item.number)).toEqual([1, 2])
      const rows = await world.db.candidate.findMany({
        where: { roundRowId: round.rowId },
        orderBy: { number: 'asc' },
      })
      const records = rows.map(({ record }) => candidateSchema.parse(JSON.parse(record ?? '')))
      expect(candidateRootOf(records)).toBe(numbering.candidateRoot)
      const progress = await progressOfBrief(world.db, round.roundId, late.digest)
      expect(progress?.items[0]).toMatchObject({ state: 'failed', reason: { code: 'admission-ended' } })
      const signed = await signBrief(round, { prompt: 'too late' })
      await expect(
        submitBrief(world.services, { roundId: round.roundId, signed }, ada),
      ).rejects.toMatchObject({
        code: 'brief-window',
      })
    } finally {
      await world.moveClock(Math.floor(Date.now() / 1000))
    }
  })
})

describe('jobs', () => {
  it('may come twice: one picture, one work', async () => {
    const round = await world.openRound()
    const { tasks } = await submit(round, 'fern on blue')
    const taskId = tasks[0]?.id ?? ''
    const both = await Promise.all([renderTask(world.services, taskId), renderTask(world.services, taskId)])
    expect(both.toSorted()).toEqual(['drawn', 'taken'])
    const admitted = await Promise.all([admitTask(world.services, taskId), admitTask(world.services, taskId)])
    expect(admitted.toSorted()).toEqual(['passed', 'settled'])
    expect(await renderTask(world.services, taskId)).toBe('settled')
    expect(await admitTask(world.services, taskId)).toBe('settled')
    world.bells.length = 0
    expect(await world.db.candidate.count({ where: { roundRowId: round.rowId } })).toBe(1)
  })

  it('go on after a process died with the lease', async () => {
    const round = await world.openRound()
    const { tasks } = await submit(round, 'fern on rust')
    world.bells.length = 0
    const taskId = tasks[0]?.id ?? ''
    const until = new Date(world.services.wall().getTime() + 30_000)
    await world.db.task.update({
      where: { id: taskId },
      data: { status: 'rendering', attempts: 1, dueAt: until },
    })
    expect(await renderTask(world.services, taskId)).toBe('too-early')
    expect((await world.work()).slice(-2)).toEqual(['render drawn', 'admit passed'])
  })
})

describe('the same picture again', () => {
  it('is turned away and told what it equals', async () => {
    const round = await world.openRound()
    const { tasks } = await submit(round, 'almanac of moons')
    await world.work()
    const first = await world.db.task.findUniqueOrThrow({ where: { id: tasks[0]?.id ?? '' } })
    const again = await submit(round, 'another almanac')
    world.bells.length = 0
    // The file differs, its pixels do not.
    const repacked = await sharp((await blob(first.contentHash ?? '')) ?? undefined)
      .png({ compressionLevel: 9 })
      .toBuffer()
    const key = await world.services.storage.put(new Uint8Array(repacked))
    expect(`sha256:${key}`).not.toBe(first.contentHash)
    const taskId = again.tasks[0]?.id ?? ''
    const data = { status: 'rendering', contentHash: `sha256:${key}` } as const
    await world.db.task.update({ where: { id: taskId }, data })
    expect(await admitTask(world.services, taskId)).toBe('refused')
    const progress = await progressOfBrief(world.db, round.roundId, again.digest)
    const shortHash = first.contentHash?.slice(7, 15)
    expect(progress?.items[0]).toMatchObject({
      state: 'turned-away',
      reason: { code: 'gate-exact-duplicate' },
    })
    expect(progress?.items[0]?.reason?.cause).toContain(shortHash)
  })
})

describe('what a brief cannot get past', () => {
  it.each([
    ['another account', {}, 'bob', 'not-yours'],
    ['an unknown provider', { provider: 'nobody' }, 'ada', 'provider-unknown'],
    ['a changed prompt', { prompt: 'changed' }, 'ada', 'brief-prompt'],
    ['another licence', { licence: 'CC0-1.0' }, 'ada', 'brief-licence'],
    ['a deadline that has passed', { deadline: '1' }, 'ada', 'brief-expired'],
    ['a changed count', { count: 2 }, 'ada', 'signature-mismatch'],
  ])('%s', async (_name, changes, actor, code) => {
    const round = await world.openRound()
    const { provider = 'procedural', ...fields } = changes as { provider?: string }
    const signed = await signBrief(round, { prompt: 'a lighthouse' }, { provider })
    const sent = { ...signed, brief: { ...signed.brief, ...fields } }
    const sender = creatorOf(actor).address.toLowerCase()
    await expect(
      submitBrief(world.services, { roundId: round.roundId, signed: sent }, sender),
    ).rejects.toMatchObject({
      code,
    })
    expect(await world.db.brief.count({ where: { roundRowId: round.rowId } })).toBe(0)
  })

  it('the same brief twice, even at once, and the same nonce in another', async () => {
    const round = await world.openRound()
    const signed = await signBrief(round, { prompt: 'a lighthouse' })
    const send = (one: typeof signed) =>
      submitBrief(world.services, { roundId: round.roundId, signed: one }, ada)
    const both = await Promise.allSettled([send(signed), send(signed)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const nonce = signed.brief.nonce
    await expect(send(await signBrief(round, { prompt: 'a pier', nonce }))).rejects.toMatchObject({
      code: 'brief-used',
    })
    expect(await world.db.brief.count({ where: { roundRowId: round.rowId } })).toBe(1)
    world.bells.length = 0
  })

  it('a full wall', async () => {
    const base = (await world.openRound()).rules.limits
    const round = await world.openRound({ limits: { ...base, maxChoices: 1, maxCandidates: 1 } })
    const { digest } = await submit(round, 'weave of threads', 2)
    await world.work()
    const progress = await progressOfBrief(world.db, round.roundId, digest)
    expect(progress?.items.map(({ state }) => state).toSorted()).toEqual(['passed', 'turned-away'])
    expect(progress?.items.find(({ state }) => state === 'turned-away')?.reason?.code).toBe('round-full')
  })

  it('a gate of the round', async () => {
    const gates = (await world.openRound()).rules.gates.map((gate) =>
      gate.id === 'size' ? { ...gate, threshold: 2_000 } : gate,
    )
    const round = await world.openRound({ gates })
    const { digest } = await submit(round, 'waterlines of an island')
    await world.work()
    const progress = await progressOfBrief(world.db, round.roundId, digest)
    expect(progress?.items[0]).toMatchObject({
      state: 'turned-away',
      reason: { code: 'gate-size', next: 'Ask for a picture of another size.' },
    })
    expect(progress?.items[0]?.reason?.cause).toMatch(/^Size: .* the shorter side needs 2000\.$/)
    expect(await world.db.candidate.count({ where: { roundRowId: round.rowId } })).toBe(0)
  })
})

describe('the words of a brief', () => {
  it.each(['woodcut of a hill', 'overprint of squares'])(
    '“%s in two inks” hangs in two inks',
    async (subject) => {
      const round = await world.openRound()
      await submit(round, `${subject} in two inks, blue and red`)
      await world.work()
      const { items } = await readCandidates(world.db, { roundRowId: round.rowId, take: 1 })
      const picture = sharp((await blob(items[0]?.contentHash ?? '')) ?? undefined)
        .removeAlpha()
        .raw()
      const { data, info } = await picture.toBuffer({ resolveWithObject: true })
      expect(countInks({ width: info.width, height: info.height, rgb: new Uint8Array(data) })).toBe(2)
    },
  )

  it('give the same pixels from the same recipe', async () => {
    const round = await world.openRound()
    await submit(round, 'strata with one bright seam')
    await world.work()
    const { items } = await readCandidates(world.db, { roundRowId: round.rowId, take: 1 })
    const work = await readWork(world.db, round.rowId, { contentHash: items[0]?.contentHash ?? '' })
    if (!work) throw new Error('no work')
    const provider = proceduralProvider()
    const request = { recipe: work.recipe, idempotencyKey: 'replay', webhookUrl: null }
    const [again] = await provider.fetchArtifacts(request, await provider.submit(request))
    expect(`sha256:${again?.sha256}`).toBe(work.contentHash)
  })
})
