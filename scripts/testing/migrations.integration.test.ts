import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { withDatabase } from './with-database.ts'

const prisma = async (databaseUrl: string, ...args: string[]) => {
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/prisma.mjs', ...args], { env })
    return { code: 0, output: stdout }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !('stdout' in error)) throw error
    return { code: Number(error.code), output: String(error.stdout) }
  }
}

const diff = (databaseUrl: string) =>
  prisma(
    databaseUrl,
    'migrate',
    'diff',
    '--from-config-datasource',
    '--to-schema',
    'prisma/schema.prisma',
    '--exit-code',
  )

it('migrations make exactly the tables of the schema', async () => {
  const database = await withDatabase()
  expect(await diff(database.url)).toMatchObject({ code: 0 })
  await database.db.$executeRawUnsafe('alter table "Clock" add column "drifted" integer')
  const drifted = await diff(database.url)
  expect(drifted.code).toBe(2)
  expect(drifted.output).toContain('drifted')
  await database.close()
})
