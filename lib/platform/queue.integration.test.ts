import { PgBoss } from 'pg-boss'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, withDatabase } from '#scripts/testing/with-database.ts'
import { openQueue } from './queue.ts'

const logger = pino({ level: 'silent' })
let database: TestDatabase
beforeAll(async () => {
  database = await withDatabase()
})
afterAll(() => database.close())

it('rings once for a row that is already waiting, again after a failure, and lets running jobs finish', async () => {
  const queue = await openQueue(database.url, ['render'] as const, logger)
  for (let i = 0; i < 20; i += 1) await queue.enqueue('render', `row-${i % 10}`)
  const seen: string[] = []
  let finished = 0
  const ending = new AbortController()
  const failedOnce = new Set<string>()
  const working = queue.work(
    {
      async render(rowId) {
        seen.push(rowId)
        if (rowId === 'row-3' && !failedOnce.has(rowId)) {
          failedOnce.add(rowId)
          throw new Error('a fault')
        }
        await new Promise((wait) => setTimeout(wait, 50))
        finished += 1
        if (finished === 10) ending.abort()
      },
    },
    { concurrency: 4, signal: ending.signal, logger },
  )
  await working
  expect(finished).toBe(10)
  expect(seen.filter((rowId) => rowId === 'row-3')).toHaveLength(2)
  expect(new Set(seen).size).toBe(10)
  await queue.stop()
})

it('brings a job back when the worker that fetched it is gone', async () => {
  const queue = await openQueue(database.url, ['admit'] as const, logger)
  await queue.enqueue('admit', 'row-lost')
  const dead = new PgBoss({ connectionString: database.url, schema: 'queue', supervise: false })
  dead.on('error', () => {})
  await dead.start()
  expect(await dead.fetch('admit')).toHaveLength(1)
  await dead.stop({ graceful: false })

  const fetched = performance.now()
  const ending = new AbortController()
  await queue.work(
    { admit: async () => ending.abort() },
    { concurrency: 2, signal: AbortSignal.any([ending.signal, AbortSignal.timeout(30_000)]), logger },
  )
  expect(ending.signal.aborted).toBe(true)
  expect(performance.now() - fetched).toBeLessThan(15_000)
  await queue.stop()
})

it('runs every row of a long list, and none twice', async () => {
  const queue = await openQueue(database.url, ['number'] as const, logger)
  const rows = Array.from({ length: 300 }, (_, index) => `row-${index}`)
  await Promise.all(rows.map((row) => queue.enqueue('number', row)))
  const seen: string[] = []
  const ending = new AbortController()
  const options = { concurrency: 16, signal: ending.signal, logger }
  const handlers = {
    async number(rowId: string) {
      seen.push(rowId)
      if (seen.length === rows.length) ending.abort()
    },
  }
  await Promise.all([queue.work(handlers, options), queue.work(handlers, options)])
  expect(seen.toSorted()).toEqual(rows.toSorted())
  await queue.stop()
})
