import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCandidates, readWork } from '#lib/candidates/data.ts'
import { progressOfBrief } from '#lib/flows/generate/progress-of-brief.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { parentEntry } from '#lib/protocol/brief-parent.ts'
import { licenceTextHash } from '#lib/protocol/licences.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import { recipeHashOf } from '#lib/protocol/recipe.ts'
import {
  creatorOf,
  type Generation,
  signBrief,
  type TestRound,
  withGeneration,
} from '#scripts/testing/with-generation.ts'
import { submitBrief } from './submit-brief.ts'

const addressOf = (name: string) => creatorOf(name).address.toLowerCase()
let world: Generation

beforeAll(async () => {
  world = await withGeneration()
})
afterAll(() => world.close())

type Words = { prompt: string; traits?: string; count?: number }

async function submit(round: TestRound, words: Words, by = 'ada') {
  const signed = await signBrief(round, { traits: '', ...words }, { by })
  return submitBrief(world.services, { roundId: round.roundId, signed }, addressOf(by))
}

async function hang(round: TestRound, prompt: string) {
  await submit(round, { prompt })
  await world.work()
  const { items } = await readCandidates(world.db, { roundRowId: round.rowId, take: 1 })
  const work = items[0]
  if (!work) throw new Error('nothing hangs')
  return work
}

const varied = (parent: FileHash, more: Partial<Words> = {}) => ({
  prompt: 'Nine islands, slate and vermilion',
  traits: parentEntry(parent),
  count: 2,
  ...more,
})

describe('variations of a work', () => {
  it('hang beside it, name it on their backs, and are drawn again from their recipes', async () => {
    const round = await world.openRound()
    const parent = await hang(round, 'Nine islands, slate and vermilion')
    const { digest } = await submit(round, varied(parent.contentHash), 'bob')
    await world.work()
    const progress = await progressOfBrief(world.db, round.roundId, digest)
    expect(progress?.items.map(({ state }) => state)).toEqual(Array(2).fill('passed'))
    const original = await readWork(world.db, round.rowId, { contentHash: parent.contentHash })
    expect(original?.parents).toEqual([])
    const moved = new Set<string>()
    for (const { contentHash } of progress?.items ?? []) {
      const work = await readWork(world.db, round.rowId, { contentHash: contentHash ?? '' })
      if (!work) throw new Error('it does not hang')
      expect(work.recipe.parents).toEqual([parent.contentHash])
      expect(recipeHashOf(work.recipe)).toBe(work.recipeHash)
      expect(recipeHashOf({ ...work.recipe, parents: [] })).not.toBe(work.recipeHash)
      expect(work.recipe.seed).toBe(original?.recipe.seed)
      expect(work.parents).toMatchObject([{ contentHash: parent.contentHash, title: parent.title }])
      expect(work.traits.find(({ name }) => name === 'Technique')).toEqual(
        original?.traits.find(({ name }) => name === 'Technique'),
      )
      moved.add(work.traits.find(({ name }) => name === 'Variation')?.value ?? '')
      const provider = proceduralProvider()
      const request = { recipe: work.recipe, idempotencyKey: 'replay', webhookUrl: null }
      const [again] = await provider.fetchArtifacts(request, await provider.submit(request))
      expect(`sha256:${again?.sha256}`).toBe(work.contentHash)
    }
    expect(moved.size).toBe(2)
  })

  it('may grow from a work of another round', async () => {
    const [there, here] = [await world.openRound(), await world.openRound()]
    const parent = await hang(there, 'Six moons')
    const { digest } = await submit(here, varied(parent.contentHash, { prompt: 'Six moons', count: 1 }))
    await world.work()
    const progress = await progressOfBrief(world.db, here.roundId, digest)
    const contentHash = progress?.items[0]?.contentHash ?? ''
    const work = await readWork(world.db, here.rowId, { contentHash })
    expect(work?.parents[0]?.roundSlug).toContain(there.roundId.slice(2, 10))
  })

  it('need a parent that hangs', async () => {
    const round = await world.openRound()
    const refused = submit(round, varied(`sha256:${'0'.repeat(64)}`))
    await expect(refused).rejects.toMatchObject({ code: 'parent-unknown' })
    const malformed = submit(round, varied(`sha256:5e`))
    await expect(malformed).rejects.toMatchObject({ code: 'brief-parent' })
    expect(await world.db.brief.count({ where: { roundRowId: round.rowId } })).toBe(0)
  })

  it('need terms that fit, except of one’s own work', async () => {
    const parent = await hang(await world.openRound(), 'Two hills')
    const licence = { id: 'CC0-1.0', textHash: licenceTextHash('CC0-1.0') }
    const free = await world.openRound({ licence })
    const words = varied(parent.contentHash, { prompt: 'Two hills', count: 1 })
    await expect(submit(free, words, 'bob')).rejects.toMatchObject({ code: 'parent-licence' })
    await expect(submit(free, words, 'ada')).resolves.toMatchObject({ tasks: [{ index: 0 }] })
    world.bells.length = 0
  })
})
