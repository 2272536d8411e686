import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Db, openDb } from '#lib/platform/db.ts'
import { TEMPLATE } from './integration-setup.ts'

export type TestDatabase = { db: Db; url: string; close(): Promise<void> }

function urlOf(database: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${database}`
  return url.href
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client(urlOf('postgres'))
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** A fresh database with every migration applied: a copy of the template. */
export async function withDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(`create database ${name} template ${TEMPLATE}`)
  const db = openDb(urlOf(name))
  return {
    db,
    url: urlOf(name),
    async close() {
      await db.$disconnect()
      await administer(`drop database if exists ${name} with (force)`)
    },
  }
}
