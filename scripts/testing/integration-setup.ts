import type { TestProject } from 'vitest/node'
import { startTemplatePostgres } from './template-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

/** One PostgreSQL a run; `with-database.ts` copies the migrated template for each test file. */
export async function setup(project: TestProject) {
  const postgres = await startTemplatePostgres()
  project.provide('postgresUrl', postgres.url)
  return () => postgres.stop()
}
