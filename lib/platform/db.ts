import { PrismaPg } from '@prisma/adapter-pg'
import { Pool, type PoolClient } from 'pg'
import { env } from './env.ts'
import { type Prisma, PrismaClient } from './prisma/client.ts'

export type Db = PrismaClient
export type Tx = Prisma.TransactionClient
export type { Prisma } from './prisma/client.ts'

export function openDb(url: string): Db {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 10 }) })
}

/** Asks one statement of a transaction; what the driver makes of a row, 64-bit integers as text. */
export type Ask = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>

/** Connections past Prisma, to be given back after use. */
export type Connections = { connect(): Promise<PoolClient>; end(): Promise<void> }

/** Opens some past Prisma, through which a batch of ballots takes three times the CPU. */
export function openPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: 10_000,
    query_timeout: 20_000,
    allowExitOnIdle: true,
  })
  // One that breaks while nobody uses it is replaced.
  pool.on('error', () => {})
  return pool
}

/**
 * Runs statements as one transaction; what is returned is committed.
 * @throws what the driver or `run` throws: then the connection is given up, and the server takes back what it began
 */
export async function inTransaction<T>(
  pool: Pick<Connections, 'connect'>,
  run: (ask: Ask) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  // Whoever waits for an answer is told; nobody else has to be.
  const onError = () => {}
  client.on('error', onError)
  let committed = false
  try {
    await client.query('BEGIN')
    const value = await run(async (text, values = []) => (await client.query(text, [...values])).rows)
    await client.query('COMMIT')
    committed = true
    return value
  } finally {
    client.release(!committed)
    client.off('error', onError)
  }
}

const held = globalThis as { versoDb?: Db; versoPool?: Pool }

/** One client a process: routes and actions are bundled apart, so it hangs on globalThis. */
export function db(): Db {
  held.versoDb ??= openDb(env().DATABASE_URL)
  return held.versoDb
}

/** The process's connections past Prisma. */
export function pool(): Pool {
  held.versoPool ??= openPool(env().DATABASE_URL)
  return held.versoPool
}
