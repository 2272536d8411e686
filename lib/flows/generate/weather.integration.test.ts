import { afterEach, describe, expect, it } from 'vitest'
import { renderTask } from '#lib/flows/generate/render-task.ts'
import { hashText, Random } from '#lib/generation/artist/random.ts'
import { executionLines, providerBudgets, roundBudget } from '#lib/generation/executions/data.ts'
import type { RenderRequest } from '#lib/generation/port.ts'
import {
  type SimFault,
  type SimOptions,
  type SimProvider,
  simProvider,
} from '#lib/generation/providers/sim.ts'
import { MOST_ATTEMPTS } from '#lib/generation/retry-policy.ts'
import { type Drill, type DrillClock, openDrill, smallPicture } from '#scripts/testing/drill.ts'

const MINUTE = 60_000
const START = Date.UTC(2026, 10, 29, 12)
const drills: Drill[] = []
afterEach(async () => {
  for (const drill of drills.splice(0)) await drill.close()
})

const clockAt = (nowMs = START): DrillClock => ({ nowMs })

function sim(clock: DrillClock, id: string, options: Partial<SimOptions> = {}): SimProvider {
  const settings = { latencyMs: 4_000, costMicroUsd: 3_000, picture: smallPicture, ...options }
  return simProvider({ id, now: () => clock.nowMs, ...settings })
}

async function drillWith(
  clock: DrillClock,
  providers: SimProvider[],
  more: { prefer?: 'fastest' | 'best' } = {},
) {
  const drill = await openDrill({ clock, providers, policy: { prefer: more.prefer ?? 'cheapest' } })
  drills.push(drill)
  return drill
}

/** What became of a round's pictures and money. */
async function booksOf({ services: { db }, round }: Drill, providers: readonly SimProvider[]) {
  const tasks = await db.task.findMany({ where: { roundRowId: round.rowId } })
  const lines = await executionLines(db, { roundRowId: round.rowId }, 1_000)
  const months = await providerBudgets(
    db,
    providers.map(({ id }) => id),
    { at: new Date(START), monthly: new Map() },
  )
  return {
    passed: tasks.filter(({ status }) => status === 'passed').length,
    refused: tasks.filter(({ status }) => status === 'refused').length,
    codes: tasks.flatMap(({ errorCode }) => errorCode ?? []),
    attempts: lines.length,
    failed: lines.filter(({ outcome }) => outcome !== 'succeeded').length,
    open: lines.filter(({ endedAt }) => endedAt === null).length,
    round: await roundBudget(db, round.rowId),
    spent: [...months.values()].map(({ spentMicroUsd }) => spentMicroUsd),
    reserved: [...months.values()].map(({ reservedMicroUsd }) => reservedMicroUsd),
  }
}

describe('a provider that is down for a minute', () => {
  it('as the only one: nothing is lost, nobody tries in vain for long, and people are told', async () => {
    const clock = clockAt()
    const only = sim(clock, 'only', { outages: [[START + 5_000, START + 5_000 + MINUTE]] })
    const drill = await drillWith(clock, [only])
    for (let turn = 0; turn < 12; turn += 1) {
      await drill.ask(`a pier at dusk, ${turn}`)
      await drill.run(START + (turn + 1) * 2_000)
    }
    const waiting = await drill.services.db.task.findMany({ where: { status: 'queued' } })
    expect(waiting.length).toBeGreaterThan(4)
    expect(waiting.filter(({ errorCode }) => errorCode === null)).toEqual([])
    expect(waiting.map(({ errorCode }) => errorCode)).toContain('provider-capacity')
    await drill.run()
    const books = await booksOf(drill, [only])
    expect(books).toMatchObject({ passed: 12, codes: [], open: 0, spent: [36_000], reserved: [0] })
    // Three open it; then one trial each time, at ever longer intervals.
    expect(books.failed).toBeLessThanOrEqual(3 + 4)
    expect(only.made()).toBe(12)
  })

  it('as one of three: the others make its pictures', async () => {
    const clock = clockAt()
    const down = sim(clock, 'cheap', { costMicroUsd: 1_000, outages: [[START, START + MINUTE]] })
    const others = [sim(clock, 'one'), sim(clock, 'two')]
    const drill = await drillWith(clock, [down, ...others])
    for (let turn = 0; turn < 10; turn += 1) {
      await drill.ask(`a harbour, ${turn}`)
      await drill.run(START + (turn + 1) * 2_000)
    }
    await drill.run(START + 40_000)
    expect(await booksOf(drill, [down])).toMatchObject({ passed: 10, codes: [] })
    expect(down.made()).toBe(0)
    await drill.run(START + 3 * MINUTE)
    await drill.ask('a harbour after the storm', 4)
    await drill.run()
    const books = await booksOf(drill, [down, ...others])
    expect(books).toMatchObject({ passed: 14, open: 0 })
    expect(down.made()).toBeGreaterThan(0)
  })
})

const bad: readonly SimFault[] = [
  'rate-limited',
  'capacity',
  'unreachable',
  'reset',
  'crashes',
  'expired',
  'wrong-type',
  'truncated',
]

describe('mixed weather', () => {
  it.each([1, 2, 3])(
    '(%i): every picture arrives, each is paid for once, the books agree to the cent',
    async (seed) => {
      const clock = clockAt()
      const struck = new Map<string, number>()
      let brokenOff = 0
      const providers = ['one', 'two', 'three'].map((id) => {
        const random = new Random(hashText(`${id}/${seed}`))
        const faultOf = (_nth: number, { recipe }: RenderRequest) => {
          const [strikes, kind] = [random.chance(1 / 4), random.integer(0, bad.length - 1)]
          const picture = `${recipe.template.text}/${recipe.seed}`
          const times = struck.get(picture) ?? 0
          // What is asked for in vain as often as it may be is given up, as it should: here nothing is.
          if (!strikes || times === MOST_ATTEMPTS - 1) return null
          struck.set(picture, times + 1)
          if (bad[kind] === 'truncated') brokenOff += 1
          return bad[kind] ?? null
        }
        return sim(clock, id, { faultOf })
      })
      const drill = await drillWith(clock, providers, { prefer: 'best' })
      for (let turn = 0; turn < 6; turn += 1) {
        await drill.ask(`weather over water, ${turn}`, 5)
        await drill.run(clock.nowMs + 3_000)
      }
      await drill.run()
      const books = await booksOf(drill, providers)
      expect(struck.size).toBeGreaterThan(0)
      // What arrives broken off is a picture by its first bytes: it is the gates that turn it away.
      expect(books).toMatchObject({ passed: 30 - brokenOff, refused: brokenOff, codes: [], open: 0 })
      const price = 3_000
      const made = providers.map((provider) => provider.made())
      // What was made and cannot be had was paid for too, and that is in the books as well.
      expect(books.spent).toEqual(made.map((count) => count * price))
      expect(books.round).toMatchObject({
        reservedMicroUsd: 0,
        spentMicroUsd: made.reduce((a, b) => a + b, 0) * price,
      })
      const lost = (await executionLines(drill.services.db, { roundRowId: drill.round.rowId }, 1_000)).filter(
        ({ outcome }) => outcome === 'expired' || outcome === 'artifact-invalid',
      )
      expect(made.reduce((a, b) => a + b, 0)).toBe(30 + lost.length)
    },
  )
})

describe('money', () => {
  it('that is not there starts nothing; when there is more, it goes on', async () => {
    const clock = clockAt()
    const only = sim(clock, 'only')
    const drill = await drillWith(clock, [only])
    const { db } = drill.services
    await db.budget.create({ data: { scope: 'round', key: drill.round.rowId, limitMicroUsd: 7_000n } })
    await drill.ask('four lighthouses', 4)
    await drill.run(START + 30_000)
    expect(only.asked()).toBe(2)
    const told = await db.task.findMany({ where: { status: 'queued' }, select: { errorCode: true } })
    expect(told.map(({ errorCode }) => errorCode)).toEqual(['provider-budget', 'provider-budget'])
    await db.budget.updateMany({ data: { limitMicroUsd: 12_000n } })
    await drill.run()
    expect(await booksOf(drill, [only])).toMatchObject({ passed: 4, spent: [12_000] })
  })

  it('of a provider’s month is a bound of its own, and the others go on', async () => {
    const clock = clockAt()
    const [cheap, dear] = [sim(clock, 'cheap', { costMicroUsd: 1_000 }), sim(clock, 'dear')]
    const drill = await drillWith(clock, [cheap, dear])
    drill.services.monthlyBudgets = new Map([['cheap', 2_500]])
    await drill.ask('five buoys', 5)
    await drill.run()
    expect([cheap.made(), dear.made()]).toEqual([2, 3])
  })

  it('is set aside while a run goes on, whoever asks', async () => {
    const clock = clockAt()
    const only = sim(clock, 'only')
    const drill = await drillWith(clock, [only])
    await drill.services.db.budget.create({
      data: { scope: 'round', key: drill.round.rowId, limitMicroUsd: 3_000n },
    })
    await Promise.all([drill.ask('one gull'), drill.ask('another gull')])
    await drill.run(START + 1_000)
    expect(only.asked()).toBe(1)
  })
})

it('a store that is away holds no place at a provider', async () => {
  const clock = clockAt()
  const only = sim(clock, 'only', { capabilities: { concurrency: 1 } })
  const drill = await drillWith(clock, [only])
  const [id = ''] = await drill.ask('a mooring')
  const { put } = drill.services.storage
  drill.services.storage.put = async () => {
    throw new Error('the disk is full')
  }
  await expect(renderTask(drill.services, id)).rejects.toThrow('the disk is full')
  drill.services.storage.put = put
  await drill.run()
  expect(await booksOf(drill, [only])).toMatchObject({ passed: 1, attempts: 1 })
})

it('two workers whose clocks are half a minute apart pay for nothing twice', async () => {
  const clock = clockAt()
  const faultOf = (request: number) => (request % 4 === 1 ? 'reset' : null)
  const only = sim(clock, 'only', { faultOf, latencyMs: 9_000 })
  const drill = await drillWith(clock, [only])
  const ids = await drill.ask('a quay by night', 8)
  const ahead = { ...drill.services, wall: () => new Date(clock.nowMs + 30_000) }
  for (let turn = 0; turn < 90; turn += 1) {
    clock.nowMs += 2_000
    await Promise.all(ids.flatMap((id) => [renderTask(ahead, id), renderTask(drill.services, id)]))
  }
  await drill.run()
  expect(await booksOf(drill, [only])).toMatchObject({ passed: 8, codes: [], open: 0, spent: [24_000] })
  expect(only.made()).toBe(8)
})

it('money for one picture makes one, however many workers have seen it lie there', async () => {
  const clock = clockAt()
  const only = sim(clock, 'only')
  const drill = await drillWith(clock, [only])
  const { services, round } = drill
  await services.db.budget.create({
    data: { scope: 'round', key: round.rowId, limitMicroUsd: 3_000n },
  })
  const ids = await drill.ask('eight bells', 8)
  await Promise.all(ids.map((id) => renderTask(services, id)))
  expect(only.asked()).toBe(1)
  expect(await booksOf(drill, [only])).toMatchObject({ attempts: 1, round: { reservedMicroUsd: 3_000 } })
  const told = await services.db.task.count({ where: { errorCode: 'provider-budget' } })
  expect(told).toBe(7)
})

it('a picture that one provider finds too daring is not offered around', async () => {
  const clock = clockAt()
  const strict = sim(clock, 'strict', { costMicroUsd: 1_000, faultOf: () => 'moderated' })
  const other = sim(clock, 'other')
  const drill = await drillWith(clock, [strict, other])
  await drill.ask('a nude, descending')
  await drill.run()
  expect(await booksOf(drill, [strict, other])).toMatchObject({ passed: 0, codes: ['provider-moderated'] })
  expect(other.asked()).toBe(0)
})
