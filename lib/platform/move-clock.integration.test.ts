import { afterAll, beforeAll, expect, it } from 'vitest'
import { withChain } from '#scripts/testing/with-chain.ts'
import { type TestDatabase, withDatabase } from '#scripts/testing/with-database.ts'
import { readClock } from './clock.ts'
import { chainTime, moveClock } from './move-clock.ts'

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
  const moved = await moveClock(database.db, chain.chain, target, 'test')
  expect(moved.now()).toBeGreaterThanOrEqual(target)
  expect(Number((await chain.client.getBlock()).timestamp)).toBe(target)
  const back = await moveClock(database.db, chain.chain, before, 'test')
  expect(back.now()).toBeGreaterThanOrEqual(target)
})

it('stays where it is on any other chain', async () => {
  const real = { chainId: 1, setTime: () => Promise.reject(new Error('must not be called')) }
  await expect(moveClock(database.db, real, 2_000_000_000, 'test')).rejects.toMatchObject({
    code: 'clock-fixed',
  })
})

it('leaves the clock where the chain does not follow', async () => {
  const before = await readClock(database.db)
  const gone = chainTime(chain.chain.chainId, 'http://127.0.0.1:1')
  const moving = moveClock(database.db, gone, before.now() + 3_600, 'test')
  await expect(moving).rejects.toMatchObject({ code: 'chain-unavailable' })
  expect((await readClock(database.db)).offsetSeconds).toBe(before.offsetSeconds)
})

it('takes two moves at once one after the other, and writes down who moved', async () => {
  const time = chainTime(chain.chain.chainId, chain.chain.url)
  const now = (await readClock(database.db)).now()
  const targets = [now + 7_200, now + 3_600]
  await Promise.all(targets.map((target, n) => moveClock(database.db, time, target, `mover ${n}`)))
  expect((await readClock(database.db)).now()).toBeGreaterThanOrEqual(now + 7_200)
  expect(Number((await chain.client.getBlock()).timestamp)).toBeGreaterThanOrEqual(now + 7_200)
  const rows = await database.db.auditEntry.findMany({ where: { action: 'clock.move', actor: 'mover 0' } })
  expect(rows.map(({ detail }) => detail)).toMatchObject([{ to: now + 7_200 }])
})
