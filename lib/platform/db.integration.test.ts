import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestDatabase, withDatabase } from '#scripts/testing/with-database.ts'
import { inTransaction } from './db.ts'
import { isDatabaseSilent } from './silence.ts'

const ADD = 'INSERT INTO "tried" VALUES ($1)'

let database: TestDatabase
beforeAll(async () => {
  database = await withDatabase()
  await database.pool.query('CREATE TABLE "tried" (name text PRIMARY KEY)')
})
beforeEach(async () => {
  await database.pool.query('TRUNCATE "tried"')
})
afterAll(() => database.close())

const add = (name: string, pool = database.pool) => inTransaction(pool, (ask) => ask(ADD, [name]))
/** As others see it. */
const added = async () => {
  const rows = await database.db.$queryRaw<{ name: string }[]>`SELECT name FROM "tried"`
  return rows.map(({ name }) => name)
}

it('commits what was asked, and answers what the rows say', async () => {
  const rows = await inTransaction(database.pool, async (ask) => {
    await ask(ADD, ['one'])
    return ask<{ name: string; large: string }>('SELECT name, 9007199254740993 AS "large" FROM "tried"')
  })
  expect(rows).toEqual([{ name: 'one', large: '9007199254740993' }])
  expect(await added()).toEqual(['one'])
})

it('takes all back when one thing fails, and frees what it had locked', async () => {
  const fault = new Error('the key is gone')
  const failing = inTransaction(database.pool, async (ask) => {
    await ask(ADD, ['one'])
    await ask('LOCK TABLE "tried"')
    throw fault
  })
  await expect(failing).rejects.toBe(fault)
  await add('two')
  await expect(inTransaction(database.pool, (ask) => ask(ADD, ['two']))).rejects.toMatchObject({
    code: '23505',
  })
  expect(await added()).toEqual(['two'])
})

it('tells a connection that ends in between from a fault, and goes on with another', async () => {
  const cut = inTransaction(database.pool, async (ask) => {
    await ask(ADD, ['one'])
    const [own] = await ask<{ pid: number }>('SELECT pg_backend_pid() AS "pid"')
    await database.pool.query('SELECT pg_terminate_backend($1, 5000)', [own?.pid])
    await ask(ADD, ['two'])
  })
  await expect(cut).rejects.toSatisfy(isDatabaseSilent)
  await add('three')
  expect(await added()).toEqual(['three'])
})

it('gives up a statement that is not answered in time', async () => {
  const impatient = new Pool({ connectionString: database.url, query_timeout: 100 })
  try {
    const slow = inTransaction(impatient, async (ask) => {
      await ask(ADD, ['one'])
      await ask('SELECT pg_sleep(1)')
    })
    await expect(slow).rejects.toSatisfy(isDatabaseSilent)
    expect(impatient.totalCount).toBe(0)
    await add('two')
    expect(await added()).toEqual(['two'])
  } finally {
    await impatient.end()
  }
})
