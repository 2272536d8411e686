import pg from 'pg'
import { wallSeconds } from '#lib/platform/clock.ts'

// By hand: this runs before the database's client may have been generated.
async function askOnce<Row extends object>(databaseUrl: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** Sets the clock of an instance that has none yet. */
export async function beginClock(databaseUrl: string, offsetSeconds: number): Promise<void> {
  const insert = 'insert into "Clock" ("id", "offsetSeconds") values (1, $1) on conflict do nothing'
  await askOnce(databaseUrl, insert, [offsetSeconds])
}

/** Unix seconds of the clock. A read, so that it never waits for a move that itself waits for the chain. */
export async function clockNow(databaseUrl: string): Promise<number> {
  const select = 'select "offsetSeconds" from "Clock" where "id" = 1'
  const [row] = await askOnce<{ offsetSeconds: string }>(databaseUrl, select)
  return wallSeconds() + Number(row?.offsetSeconds ?? 0)
}
