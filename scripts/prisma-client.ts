import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { NamedFailure } from './failure.ts'

const root = resolve(import.meta.dirname, '..')

/** Generates the database client anew when the schema has changed since, as after a pull. */
export function ensureClient(): void {
  const client = join(root, 'lib/platform/prisma/client.ts')
  const schema = join(root, 'prisma/schema.prisma')
  if (existsSync(client) && statSync(client).mtimeMs >= statSync(schema).mtimeMs) return
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
