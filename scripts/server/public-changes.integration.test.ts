import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type TestDatabase, withDatabase } from '#scripts/testing/with-database.ts'
import { listenForChanges, type PublicChanges } from './public-changes.ts'

let database: TestDatabase
let changes: PublicChanges
const rung = vi.fn()

beforeAll(async () => {
  database = await withDatabase()
  changes = listenForChanges(database.url, rung)
  await vi.waitFor(() => expect(changes.isHeard()).toBe(true))
})
afterAll(async () => {
  await changes.stop()
  await database.close()
})

const found = () =>
  database.db.community.create({
    data: {
      slug: 'two-inks',
      name: 'Two Inks',
      description: '',
      chainId: 1,
      collection: `0x${'1'.repeat(40)}`,
      deployBlock: 1n,
      strategies: [],
      licence: 'CC0-1.0',
    },
  })

/** Whatever rang before it has come: one connection hears in order. */
async function rings(change: () => Promise<unknown>): Promise<number> {
  rung.mockClear()
  await change()
  await database.db.$executeRaw`select pg_notify('verso_public', 'last')`
  await vi.waitFor(() =>
    expect(rung.mock.calls.at(-1)?.[0]).toMatchObject({ channel: 'verso_public', payload: 'last' }),
  )
  return rung.mock.calls.length - 1
}

it('rings for what pages show to everybody, once a transaction', async () => {
  expect(await rings(found)).toBe(1)
  const both = () =>
    database.db.$transaction([
      database.db.community.updateMany({ data: { name: 'Three Inks' } }),
      database.db.clock.upsert({ where: { id: 1 }, create: { offsetSeconds: 5n }, update: {} }),
    ])
  expect(await rings(both)).toBe(1)
})

it('rings when words that were sealed are revealed', async () => {
  const reveal = () => database.db.privatePrompt.updateMany({ data: { revealedAt: 5n } })
  expect(await rings(reveal)).toBe(1)
})

it('does not ring for what comes by the thousand', async () => {
  const session = () =>
    database.db.siweNonce.create({ data: { nonce: 'n'.repeat(20), cookieId: 'c', expiresAt: new Date() } })
  expect(await rings(session)).toBe(0)
})

it('hears again after the database was gone, and takes all for changed', async () => {
  rung.mockClear()
  await database.db.$queryRaw`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  await vi.waitFor(() => expect(rung).toHaveBeenCalled())
  await vi.waitFor(() => expect(changes.isHeard()).toBe(true), { timeout: 10_000 })
  expect(await rings(() => database.db.community.updateMany({ data: { name: 'Four Inks' } }))).toBe(1)
})
