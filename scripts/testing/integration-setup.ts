import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#scripts/migrate.ts'
import { startPostgres } from '#scripts/postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

/** The database that every test database is copied from. */
export const TEMPLATE = 'template_verso'

/** One PostgreSQL a run; `with-database.ts` copies the migrated template for each test file. */
export async function setup(project: TestProject) {
  const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'verso-test-'))
  chmodSync(folder, 0o755)
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    database: TEMPLATE,
    durable: false,
  })
  const teardown = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    migrate(postgres.url)
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('postgresUrl', postgres.url)
  return teardown
}
