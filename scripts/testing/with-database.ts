import { inject } from 'vitest'
import { copyTemplate, type TestDatabase } from './template-postgres.ts'

export type { TestDatabase }

/** A fresh database of a test, with every migration applied. */
export const withDatabase = (): Promise<TestDatabase> => copyTemplate(inject('postgresUrl'))
