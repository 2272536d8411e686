import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, withDatabase } from '#scripts/testing/with-database.ts'
import { wallClock } from './wall-clock.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await withDatabase()
})
afterAll(() => database.close())

it.each([-3_600_000, -90_000, 0, 90_000, 86_400_000])(
  'a machine whose clock is %i ms off goes by the database’s',
  async (offMs) => {
    const clock = wallClock(database.db, () => Date.now() + offMs)
    expect(Math.abs(clock.now().getTime() - Date.now() - offMs)).toBeLessThan(1_000)
    await clock.adjust()
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000)
  },
)

it('an answer that took too long changes nothing', async () => {
  let own = Date.now() + 60_000
  const clock = wallClock(database.db, () => {
    own += 5_000
    return own
  })
  await clock.adjust()
  expect(clock.now().getTime() - Date.now()).toBeGreaterThan(60_000)
})
