import { afterAll, beforeAll, expect, it } from 'vitest'
import { wallSeconds } from '#lib/platform/clock.ts'
import { LOCAL_CHAIN_ID } from '#lib/platform/env.ts'
import { moveClock } from '#lib/platform/move-clock.ts'
import { beginClock, clockNow } from './instance-clock.ts'
import { type TestDatabase, withDatabase } from './testing/with-database.ts'

const DAY = 86_400

let database: TestDatabase
beforeAll(async () => {
  database = await withDatabase()
})
afterAll(() => database.close())

it('begins once, and stays where it was moved to', async () => {
  await beginClock(database.url, -4 * DAY)
  await beginClock(database.url, 0)
  expect(Math.abs((await clockNow(database.url)) - (wallSeconds() - 4 * DAY))).toBeLessThan(60)
})

it('is told to a chain that wakes while a move waits for that very chain', async () => {
  const before = await clockNow(database.url)
  let told: number | undefined
  const waking = {
    chainId: LOCAL_CHAIN_ID,
    async setTime() {
      told = await clockNow(database.url)
    },
  }
  await moveClock(database.db, waking, before + DAY, 'test')
  expect(told).toBeLessThan(before + DAY)
  expect(await clockNow(database.url)).toBeGreaterThanOrEqual(before + DAY)
}, 10_000)
