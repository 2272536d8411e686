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
