import { afterAll, beforeAll, expect, it } from 'vitest'
import { withChain } from '#scripts/testing/with-chain.ts'
import { type TestDatabase, withDatabase } from '#scripts/testing/with-database.ts'
import { moveClock, readClock } from './clock.ts'

let database: TestDatabase
let chain: Awaited<ReturnType<typeof withChain>>
beforeAll(async () => {
  ;[database, chain] = await Promise.all([withDatabase(), withChain()])
})
afterAll(async () => {
  await Promise.all([database.close(), chain.stop()])
})

it('moves the row and the chain together, forward only', async () => {
  const before = (await readClock(database.db)).now()
  const target = before + 86_400
  const moved = await moveClock(database.db, chain.chain, target)
  expect(moved.now()).toBeGreaterThanOrEqual(target)
  expect(Number((await chain.client.getBlock()).timestamp)).toBe(target)
  const back = await moveClock(database.db, chain.chain, before)
  expect(back.now()).toBeGreaterThanOrEqual(target)
})

it('stays where it is on any other chain', async () => {
  const real = { chainId: 1, setTime: () => Promise.reject(new Error('must not be called')) }
  await expect(moveClock(database.db, real, 2_000_000_000)).rejects.toMatchObject({ code: 'clock-fixed' })
})
