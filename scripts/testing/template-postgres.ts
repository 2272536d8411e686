import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Db, openDb, openPool } from '#lib/platform/db.ts'
import { migrate } from '#scripts/migrate.ts'
import { startPostgres } from '#scripts/postgres.ts'

/** The database that every test database is copied from. */
const TEMPLATE = 'template_verso'

/** A PostgreSQL with one database that has every migration applied. */
export async function startTemplatePostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'verso-test-'))
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'postgres')
  const postgres = await startPostgres({ dataDir, database: TEMPLATE, durable: false })
  async function stop(): Promise<void> {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    migrate(postgres.url)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: postgres.url, stop }
}

export type TestDatabase = { db: Db; pool: pg.Pool; url: string; close(): Promise<void> }

/** A fresh database with every migration applied: a copy of the template. @param server any URL of its PostgreSQL */
export async function copyTemplate(server: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const urlOf = (database: string) => Object.assign(new URL(server), { pathname: `/${database}` }).href
  async function administer(sql: string): Promise<void> {
    const client = new pg.Client(urlOf('postgres'))
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await administer(`create database ${name} template ${TEMPLATE}`)
  const db = openDb(urlOf(name))
  const pool = openPool(urlOf(name))
  return {
    db,
    pool,
    url: urlOf(name),
    async close() {
      await Promise.all([db.$disconnect(), pool.end()])
      await administer(`drop database if exists ${name} with (force)`)
    },
  }
}
