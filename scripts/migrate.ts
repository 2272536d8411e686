import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { NamedFailure } from './failure.ts'

/** Applies the migrations by Prisma's own CLI. */
export function migrate(databaseUrl: string): void {
  const run = spawnSync(process.execPath, [resolve('scripts/prisma.mjs'), 'migrate', 'deploy'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
  })
  if (run.status === 0) return
  throw new NamedFailure(
    `The migrations could not be applied: ${`${run.stdout}\n${run.stderr}`.trim().split('\n').slice(-4).join(' | ')}`,
    'Check the database that DATABASE_URL names, or start with --reset to make the embedded one anew.',
  )
}
