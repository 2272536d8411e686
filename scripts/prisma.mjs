/**
 * Prisma's own CLI with the WebAssembly schema engine, so that it needs no download: `npm run prisma -- …`.
 * VERSO_PRISMA_ENGINE=native leaves the engine to Prisma. Without DATABASE_URL, commands that need a
 * database get an embedded PostgreSQL that lives as long as the command. Runs on Node 20 for `generate`.
 */
import { spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)
const env = {
  ...process.env,
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
}
if (env.VERSO_PRISMA_ENGINE !== 'native') {
  env.PRISMA_SCHEMA_ENGINE_BINARY ??= join(root, 'scripts', 'schema-engine.mjs')
}

let database
if (!env.DATABASE_URL && (args[0] === 'migrate' || args[0] === 'db')) {
  const { startPostgres } = await import('./postgres.ts')
  database = await startPostgres({ dataDir: join(root, '.data', 'prisma-postgres') })
  env.DATABASE_URL = database.url
}

const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js')
const child = spawn(process.execPath, [cli, ...args], { cwd: root, env, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', async (code) => {
  await database?.stop()
  // Beside the client, what it was made of: scripts/prisma-client.ts looks whether that is the schema of now.
  if (args[0] === 'generate' && code === 0)
    copyFileSync(join(root, 'prisma/schema.prisma'), join(root, 'lib/platform/prisma/schema.prisma'))
  process.exit(code ?? 1)
})
