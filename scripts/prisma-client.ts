import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { NamedFailure } from './failure.ts'

const root = resolve(import.meta.dirname, '..')

/** Generates the database client anew when it was made of another schema, as after a pull. */
export function ensureClient(): void {
  const madeOf = join(root, 'lib/platform/prisma/schema.prisma')
  const schema = join(root, 'prisma/schema.prisma')
  if (existsSync(madeOf) && readFileSync(madeOf).equals(readFileSync(schema))) return
  const run = spawnSync(process.execPath, [join(root, 'scripts/prisma.mjs'), 'generate'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (run.status !== 0)
    throw new NamedFailure(
      `The database client could not be generated: ${run.stderr.trim().split('\n').at(-1)}`,
      'Correct prisma/schema.prisma.',
    )
}
