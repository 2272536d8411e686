import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Db, openDb } from '#lib/platform/db.ts'
import { TEMPLATE } from './integration-setup.ts'

export type TestDatabase = { db: Db; url: string; close(): Promise<void> }

async function administer(sql: string): Promise<void> {
  const client = new pg.Client(`postgresql://verso:verso@127.0.0.1:${inject('postgresPort')}/postgres`)
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** A fresh database with every migration applied: a copy of the template. */
export async function withDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(`create database ${name} template ${TEMPLATE}`)
  const url = `postgresql://verso:verso@127.0.0.1:${inject('postgresPort')}/${name}`
  const db = openDb(url)
  return {
    db,
    url,
    async close() {
      await db.$disconnect()
      await administer(`drop database if exists ${name} with (force)`)
    },
  }
}
