import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCandidates } from '#lib/candidates/data.ts'
import { admitTask } from '#lib/flows/admit/admit-task.ts'
import { licenceRefusal } from '#lib/flows/generate/licence-refusal.ts'
import { progressOfBrief } from '#lib/flows/generate/progress-of-brief.ts'
import { renderTask } from '#lib/flows/generate/render-task.ts'
import { retryPicture } from '#lib/flows/submit/retry-picture.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import type { Provider } from '#lib/generation/port.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { DEFAULT_POLICY } from '#lib/generation/routing/policy.ts'
import { ANY_PROVIDER } from '#lib/generation/schema.ts'
import { parentEntry } from '#lib/protocol/brief-parent.ts'
import { licenceTextHash } from '#lib/protocol/licences.ts'
import { termsOf, UNKNOWN_TERMS } from '#lib/protocol/model-licences.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import type { Brief } from '#lib/protocol/typed-data.ts'
import {
  creatorOf,
  type Generation,
  signBrief,
  type TestRound,
  withGeneration,
} from '#scripts/testing/with-generation.ts'

/** The artist, as if it were had under other terms. */
const under = (id: string, terms: Provider['terms']): Provider => ({ ...proceduralProvider(), id, terms })
const TURBO = termsOf('Stability-AI-NC-Research-Community')
const free = proceduralProvider()
const bound = under('bound', TURBO)
const unknown = under('unknown', UNKNOWN_TERMS)

let world: Generation

beforeAll(async () => {
  world = await withGeneration(providersFrom([bound, unknown, free]))
})
afterAll(() => world.close())

const roundUnder = (id: string) => world.openRound({ licence: { id, textHash: licenceTextHash(id) } })
const setRouting = (round: TestRound, outputs: 'any' | 'any-use') =>
  world.db.round.update({ where: { id: round.rowId }, data: { routing: { outputs } } })

type From = { by?: string; provider?: string }

async function submit(
  round: TestRound,
  brief: Partial<Brief> & { prompt: string },
  { by = 'ada', provider = 'procedural' }: From = {},
) {
  const signed = await signBrief(round, brief, { by, provider })
  const actor = creatorOf(by).address.toLowerCase()
  return submitBrief(world.services, { roundId: round.roundId, signed }, actor)
}

async function hang(
  round: TestRound,
  brief: Partial<Brief> & { prompt: string },
  from: From = {},
): Promise<FileHash> {
  const { digest } = await submit(round, brief, from)
  await world.work()
  const progress = await progressOfBrief(world.db, round.roundId, digest)
  const [picture] = progress?.items ?? []
  if (picture?.state !== 'passed' || !picture.contentHash) throw new Error(JSON.stringify(picture?.reason))
  return picture.contentHash
}

const hung = async ({ rowId }: TestRound) => {
  const { items } = await readCandidates(world.db, { roundRowId: rowId, take: 20 })
  return items.length
}

describe('a model whose terms do not fit', () => {
  it('is not taken at submit, with the conflict named, where the licence promises commercial use', async () => {
    const round = await roundUnder('CC-BY-4.0')
    const refused = submit(round, { prompt: 'Two hills' }, { provider: 'bound' })
    await expect(refused).rejects.toMatchObject({
      code: 'licence-conflict',
      detail:
        'The model’s terms (Stability-AI-NC-Research-Community) allow no commercial use; this round (CC-BY-4.0) promises it.',
    })
    expect(await world.db.brief.count({ where: { roundRowId: round.rowId } })).toBe(0)
    expect(world.bells).toEqual([])
  })

  it('may make works for a round that promises none', async () => {
    const round = await roundUnder('CC-BY-NC-4.0')
    await hang(round, { prompt: 'Two hills' }, { provider: 'bound' })
    expect(await hung(round)).toBe(1)
  })

  it('is passed over by the router, which writes down why', async () => {
    const round = await roundUnder('CC-BY-4.0')
    await hang(round, { prompt: 'Four boats' }, { provider: ANY_PROVIDER })
    const attempt = await world.db.execution.findFirst({ where: { roundRowId: round.rowId } })
    expect(attempt).toMatchObject({
      decision: {
        considered: expect.arrayContaining([
          {
            provider: 'bound',
            never: 'licence',
            conflict: { of: 'model', licence: TURBO.licence, because: 'non-commercial' },
          },
        ]),
      },
    })
    expect(['procedural', 'unknown']).toContain(attempt?.provider)
  })

  it('is left to the policy of the round where nobody knows its terms', async () => {
    const round = await roundUnder('CC-BY-4.0')
    await hang(round, { prompt: 'Three gulls' }, { provider: 'unknown' })
    await setRouting(round, 'any-use')
    const refused = submit(round, { prompt: 'Three more' }, { provider: 'unknown' })
    await expect(refused).rejects.toMatchObject({
      code: 'licence-conflict',
      detail: 'The model’s terms (unknown) are not known to allow what this round (CC-BY-4.0) promises.',
    })
  })

  it('is not asked any more when the round asks for more before its turn', async () => {
    const round = await roundUnder('CC-BY-4.0')
    const { digest } = await submit(round, { prompt: 'A late train' }, { provider: 'unknown' })
    await setRouting(round, 'any-use')
    expect(await world.work()).toEqual(['render failed'])
    const [picture] = (await progressOfBrief(world.db, round.roundId, digest))?.items ?? []
    expect(picture).toMatchObject({ state: 'failed', triesLeft: 0, reason: { code: 'licence-conflict' } })
    expect(picture?.reason?.cause).toContain('The model’s terms (unknown)')
    expect(await world.db.execution.count({ where: { roundRowId: round.rowId } })).toBe(0)
  })
})

describe('a finished picture', () => {
  /** Draws it, and holds the bell of its admission back. */
  async function drawn(round: TestRound, provider: string): Promise<string> {
    const { tasks } = await submit(round, { prompt: 'A harbour at slack water' }, { provider })
    const taskId = tasks[0]?.id ?? ''
    world.bells.length = 0
    expect(await renderTask(world.services, taskId)).toBe('drawn')
    world.bells.length = 0
    return taskId
  }

  const termsOfTask = async (id: string) => {
    const task = await world.db.task.findUniqueOrThrow({ where: { id } })
    return (task.execution as { terms?: unknown }).terms
  }

  it('keeps the terms of the hour in which it was asked for', async () => {
    const round = await roundUnder('CC-BY-NC-4.0')
    const taskId = await drawn(round, 'bound')
    expect(await termsOfTask(taskId)).toEqual(TURBO)
    expect(await admitTask(world.services, taskId)).toBe('passed')
  })

  it('does not hang when its terms do not fit, says why, and counts against nobody', async () => {
    const round = await roundUnder('CC-BY-4.0')
    const taskId = await drawn(round, 'unknown')
    const { execution } = await world.db.task.findUniqueOrThrow({ where: { id: taskId } })
    await world.db.task.update({
      where: { id: taskId },
      data: { execution: { ...(execution as object), terms: TURBO } },
    })
    expect(await admitTask(world.services, taskId)).toBe('refused')
    expect(await hung(round)).toBe(0)
    expect(await world.db.task.findUnique({ where: { id: taskId } })).toMatchObject({
      status: 'refused',
      errorCode: 'licence-conflict',
      errorDetail: expect.stringContaining('allow no commercial use'),
    })
    expect(await world.db.execution.findFirst({ where: { taskId } })).toMatchObject({ accepted: null })
    const again = retryPicture(
      world.services,
      { roundId: round.roundId, taskId },
      creatorOf('ada').address.toLowerCase(),
    )
    await expect(again).rejects.toMatchObject({ code: 'no-tries' })
  })

  it.each([
    ['procedural', 'passed'],
    ['unknown', 'refused'],
  ])('from before terms were kept is judged by those of its model now: %s %s', async (provider, outcome) => {
    const round = await roundUnder('CC-BY-4.0')
    const taskId = await drawn(round, provider)
    await world.db.task.update({ where: { id: taskId }, data: { execution: { provider, facts: {} } } })
    await setRouting(round, 'any-use')
    expect(await admitTask(world.services, taskId)).toBe(outcome)
  })
})

describe('a work made from a file', () => {
  const madeFrom = async (file: FileHash, { by, licence }: { by: string; licence: string }) =>
    licenceRefusal(world.db, {
      round: { rules: (await roundUnder(licence)).rules, routing: DEFAULT_POLICY },
      creator: creatorOf(by).address.toLowerCase() as `0x${string}`,
      recipe: { loras: [], parents: [], inputs: [{ role: 'reference', sha256: file }] },
      model: termsOf('MIT'),
    })

  it('that hangs here keeps to its terms, unless it is of the very creator', async () => {
    const file = await hang(await roundUnder('CC-BY-4.0'), { prompt: 'Nine kites' })
    expect(await madeFrom(file, { by: 'bob', licence: 'CC0-1.0' })).toEqual({
      code: 'licence-conflict',
      detail:
        'The terms of a file it is made from (CC-BY-4.0) ask for credit; the licence of this round (CC0-1.0) does not.',
    })
    expect(await madeFrom(file, { by: 'bob', licence: 'CC-BY-NC-4.0' })).toBeNull()
    expect(await madeFrom(file, { by: 'ada', licence: 'CC0-1.0' })).toBeNull()
  })

  it('that hangs nowhere is left to the policy of the round', async () => {
    expect(await madeFrom(`sha256:${'0'.repeat(64)}`, { by: 'bob', licence: 'CC0-1.0' })).toBeNull()
  })
})

describe('a variation', () => {
  const variation = (parent: FileHash) => ({ prompt: 'Six moons', traits: parentEntry(parent) })

  it('of another’s work keeps to its terms, and says which', async () => {
    const parent = await hang(await roundUnder('CC-BY-NC-4.0'), { prompt: 'Six moons' })
    const refused = submit(await roundUnder('CC-BY-4.0'), variation(parent), { by: 'bob' })
    await expect(refused).rejects.toMatchObject({
      code: 'parent-licence',
      detail:
        'The terms of the work it varies (CC-BY-NC-4.0) allow no commercial use; this round (CC-BY-4.0) promises it.',
    })
  })

  it('does not free another’s work in two steps', async () => {
    const round = await roundUnder('CC-BY-NC-4.0')
    const adas = await hang(round, { prompt: 'Seven lamps' })
    const bobs = await hang(round, variation(adas), { by: 'bob' })
    const freed = submit(await roundUnder('CC0-1.0'), variation(bobs), { by: 'bob' })
    await expect(freed).rejects.toMatchObject({ code: 'parent-licence' })
    const own = await hang(round, { prompt: 'Eight lamps' }, { by: 'bob' })
    await expect(submit(await roundUnder('CC0-1.0'), variation(own), { by: 'bob' })).resolves.toMatchObject({
      tasks: [{ index: 0 }],
    })
    world.bells.length = 0
  })
})
