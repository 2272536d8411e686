import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { creatorOf, type Generation, signBrief, withGeneration } from '#scripts/testing/with-generation.ts'

const ada = creatorOf('ada').address.toLowerCase()
let world: Generation
let GET: typeof import('./[id]/progress/stream/route.ts').GET

beforeAll(async () => {
  world = await withGeneration()
  Object.assign(process.env, { LOG_LEVEL: 'silent', DATABASE_URL: world.url })
  GET = (await import('./[id]/progress/stream/route.ts')).GET
})
afterAll(async () => {
  const { db } = await import('#lib/platform/db.ts')
  await db().$disconnect()
  await world.close()
})

type Told = { id: number | null; event: string; data: { index?: number; state?: string; try?: number } }

/** What a browser would hand on, read from the wire. */
function read(text: string): Told[] {
  return text.split('\n\n').flatMap((block) => {
    const lines = new Map(
      block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
    )
    const event = lines.get('event')
    const id = lines.get('id')
    return event
      ? [{ id: id === undefined ? null : Number(id), event, data: JSON.parse(lines.get('data') ?? '') }]
      : []
  })
}

async function ask(place: { roundId: string; digest: string }, from: { after?: number; last?: string } = {}) {
  const leaving = new AbortController()
  const url = new URL(`http://localhost/api/v1/rounds/${place.roundId}/progress/stream`)
  url.searchParams.set('brief', place.digest)
  if (from.after !== undefined) url.searchParams.set('after', String(from.after))
  const headers = {
    ...(from.last !== undefined && { 'last-event-id': from.last }),
    'x-forwarded-for': '10.0.0.9',
  }
  const response = await GET(new Request(url, { headers, signal: leaving.signal }), {
    params: Promise.resolve({ id: place.roundId }),
  })
  return { response, leaving }
}

const listen = async (...given: Parameters<typeof ask>) => read(await (await ask(...given)).response.text())

async function submit(count: number, prompt = 'overprint circles') {
  const round = await world.openRound()
  const signed = await signBrief(round, { prompt, count })
  const { digest } = await submitBrief(world.services, { roundId: round.roundId, signed }, ada)
  return { roundId: round.roundId, digest, rowId: round.rowId }
}

const ids = (told: Told[]) => told.flatMap(({ id }) => id ?? [])

describe('a stream', () => {
  it('tells every change once, in order, while it happens, and closes at the end', async () => {
    const place = await submit(2)
    const { response } = await ask(place)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    const all = response.text().then(read)
    await world.work()
    const told = await all
    expect(told.at(-1)).toEqual({ id: null, event: 'settled', data: {} })
    expect(ids(told)).toEqual(ids(told).map((_, at) => at + 1))
    const lives = [0, 1].map((index) =>
      told.filter(({ data }) => data.index === index).map(({ data }) => data.state),
    )
    for (const life of lives) {
      expect(life[0]).toBe('queued')
      expect(life.slice(1, -1).every((state) => state === 'rendering')).toBe(true)
      expect(life.at(-1)).toBe('passed')
    }
  })

  it('cut anywhere and resumed gives the whole list, also to a server that has just started', async () => {
    const place = await submit(3)
    await world.work()
    const whole = await listen(place)
    expect(ids(whole).length).toBeGreaterThanOrEqual(9)
    const cuts = fc.uniqueArray(fc.integer({ min: 0, max: whole.length - 2 }), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const heard: Told[] = []
        for (const end of [...places.toSorted((a, b) => a - b), null]) {
          // Nothing of the process is kept between two connections.
          Reflect.deleteProperty(globalThis, 'versoStreams')
          const last = heard.at(-1)?.id
          const rest = await listen(place, last ? { last: String(last) } : {})
          heard.push(...(end === null ? rest : rest.slice(0, Math.max(0, end - heard.length))))
        }
        expect(heard).toEqual(whole)
      }),
      { numRuns: 25 },
    )
  })

  it('goes on from `after` on the first connect, from Last-Event-ID on the next', async () => {
    const place = await submit(1)
    await world.work()
    const whole = await listen(place)
    const last = ids(whole).at(-1) ?? 0
    expect(await listen(place, { after: 2 })).toEqual(whole.slice(2))
    expect(await listen(place, { after: 0, last: '2' })).toEqual(whole.slice(2))
    expect(await listen(place, { last: 'nonsense', after: 1 })).toEqual(whole.slice(1))
    const over = await ask(place, { last: String(last) })
    expect(over.response.status).toBe(204)
    expect((await ask(place, { last: '999999999' })).response.status).toBe(204)
  })

  it('has no gap when many workers write at once', async () => {
    const place = await submit(8, 'three hills')
    const bells = world.bells.splice(0)
    const all = listen(place)
    const tasks = bells.map(({ taskId }) => taskId)
    await Promise.all(
      tasks.map(async (id) => {
        for (let attempts = 1; attempts <= 5; attempts++)
          await world.db.task.update({ where: { id }, data: { attempts, status: 'rendering' } })
        await world.db.task.update({
          where: { id },
          data: { status: 'failed', errorCode: 'provider-transient' },
        })
      }),
    )
    const told = await all
    expect(ids(told)).toEqual(Array.from({ length: 8 * 7 }, (_, at) => at + 1))
    for (const index of tasks.keys()) {
      const attempts = told.filter(({ data }) => data.index === index).map(({ data }) => data)
      expect(attempts.at(-1)).toMatchObject({ state: 'failed', triesLeft: 2 })
    }
  })

  it('stops asking the database when its client goes away', async () => {
    const place = await submit(1)
    const { response, leaving } = await ask(place)
    const reader = response.body?.getReader()
    await reader?.read()
    leaving.abort()
    const rest = async () => {
      for (;;) if ((await reader?.read())?.done) return 'closed'
    }
    expect(await rest()).toBe('closed')
    world.bells.length = 0
  })

  it('is one of sixteen of an address; a place that is left is free again', async () => {
    const place = await submit(1)
    const open = await Promise.all(Array.from({ length: 16 }, () => ask(place)))
    expect(open.map(({ response }) => response.status)).toEqual(Array(16).fill(200))
    const { response } = await ask(place)
    expect(response.status).toBe(429)
    expect(await response.json()).toMatchObject({ code: 'too-many-streams' })
    await open[0]?.response.body?.cancel()
    await expect.poll(async () => (await ask(place)).response.status).toBe(200)
    for (const { response: each } of open.slice(1)) await each.body?.cancel()
    world.bells.length = 0
  })

  it('of no brief is not found', async () => {
    const place = await submit(1)
    const { response } = await ask({ ...place, digest: `0x${'0'.repeat(64)}` })
    expect(response.status).toBe(404)
    world.bells.length = 0
  })
})
