import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { progressOfBrief } from '#lib/flows/generate/progress-of-brief.ts'
import { findTask } from '#lib/generation/data.ts'
import { recipeHashOf } from '#lib/protocol/recipe.ts'
import { creatorOf, type Generation, signBrief, withGeneration } from '#scripts/testing/with-generation.ts'
import { retryPicture } from './retry-picture.ts'
import { submitBrief } from './submit-brief.ts'

const ada = creatorOf('ada').address.toLowerCase()
const bob = creatorOf('bob').address.toLowerCase()
let world: Generation

beforeAll(async () => {
  world = await withGeneration()
})
afterAll(() => world.close())

/** A brief whose pictures are turned away: no sheet of the artist has a side of 2,000 pixels. */
async function turnedAway(count = 1) {
  const base = (await world.openRound()).rules.gates
  const gates = base.map((gate) => (gate.id === 'size' ? { ...gate, threshold: 2_000 } : gate))
  const round = await world.openRound({ gates })
  const signed = await signBrief(round, { prompt: 'waterlines of an island', count })
  const { digest, tasks } = await submitBrief(world.services, { roundId: round.roundId, signed }, ada)
  await world.work()
  const { roundId } = round
  const progress = async () => (await progressOfBrief(world.db, roundId, digest))?.items ?? []
  const retry = (taskId: string, actor = ada) => retryPicture(world.services, { roundId, taskId }, actor)
  return { round, tasks, progress, retry }
}

describe('a picture that was turned away', () => {
  it('is tried again twice, each time from another seed, and every try stays on record', async () => {
    const { tasks, progress, retry, round } = await turnedAway(2)
    const [kept, first] = tasks.map(({ id }) => id)
    const shown = async () => (await progress())[1]
    expect(await shown()).toMatchObject({ state: 'turned-away', try: 0, triesLeft: 2, taskId: first })
    const second = (await retry(first ?? '')).taskId
    expect(await shown()).toMatchObject({ state: 'queued', try: 1, triesLeft: 0, taskId: second })
    await world.work()
    expect(await shown()).toMatchObject({ state: 'turned-away', triesLeft: 1 })
    const third = (await retry(second)).taskId
    await world.work()
    expect(await shown()).toMatchObject({ state: 'turned-away', try: 2, triesLeft: 0 })
    await expect(retry(third)).rejects.toMatchObject({ code: 'no-tries' })
    const rows = await Promise.all([kept, first, second, third].map((id) => findTask(world.db, id ?? '')))
    expect(new Set(rows.map((row) => row?.recipe.seed)).size).toBe(4)
    expect(rows.map((row) => row?.recipe.brief)).toEqual(Array(4).fill(rows[0]?.recipe.brief))
    for (const row of rows) {
      expect(row && recipeHashOf(row.recipe)).toBe(row?.recipeHash)
      expect(await world.db.verdict.count({ where: { taskId: row?.id ?? '' } })).toBeGreaterThan(0)
      expect(await world.services.storage.get(row?.recipeHash.slice('sha256:'.length) ?? '')).not.toBeNull()
    }
    const audits = await world.db.auditEntry.findMany({ where: { action: 'task.retry' } })
    expect(audits.map(({ subject, actor }) => [subject, actor])).toEqual([
      [first, ada],
      [second, ada],
    ])
    expect(await world.db.task.count({ where: { roundRowId: round.rowId } })).toBe(4)
  })

  it('is only for its creator to try again', async () => {
    const { tasks, retry, progress } = await turnedAway()
    await expect(retry(tasks[0]?.id ?? '', bob)).rejects.toMatchObject({ code: 'not-yours' })
    expect((await progress())[0]).toMatchObject({ try: 0, triesLeft: 2 })
  })

  it('is tried once by two who ask at once', async () => {
    const { tasks, retry, round } = await turnedAway()
    const id = tasks[0]?.id ?? ''
    const both = await Promise.allSettled([retry(id), retry(id)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await world.db.task.count({ where: { roundRowId: round.rowId } })).toBe(2)
    world.bells.length = 0
  })

  it('is over with the submissions', async () => {
    const { tasks, retry, round } = await turnedAway()
    await world.moveClock(round.rules.submissionsCloseAt)
    try {
      await expect(retry(tasks[0]?.id ?? '')).rejects.toMatchObject({ code: 'brief-window' })
    } finally {
      await world.moveClock(Math.floor(Date.now() / 1000))
    }
  })

  it('of another round, or none, is not found', async () => {
    const [one, other] = [await turnedAway(), await turnedAway()]
    await expect(one.retry(other.tasks[0]?.id ?? '')).rejects.toMatchObject({ code: 'not-found' })
    await expect(one.retry('00000000-0000-7000-8000-000000000000')).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

it('a picture that hangs, or is being made, has no tries', async () => {
  const round = await world.openRound()
  const signed = await signBrief(round, { prompt: 'a fern' })
  const { tasks } = await submitBrief(world.services, { roundId: round.roundId, signed }, ada)
  const retry = () =>
    retryPicture(world.services, { roundId: round.roundId, taskId: tasks[0]?.id ?? '' }, ada)
  await expect(retry()).rejects.toMatchObject({ code: 'no-tries' })
  await world.work()
  await expect(retry()).rejects.toMatchObject({ code: 'no-tries' })
})
