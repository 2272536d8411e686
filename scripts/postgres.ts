import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { type RunningChild, startChild } from './child.ts'
import { NamedFailure } from './failure.ts'
import { freePort } from './free-port.ts'
import { type PostgresPlace, placePostgres } from './postgres-place.ts'

export type RunningPostgres = {
  url: string
  port: number
  urlOf(database: string): string
  /** Where the cluster really lies. */
  cluster: string
  logFile: string
  child: RunningChild
  stop(): Promise<void>
}

type PostgresOptions = {
  dataDir: string
  port?: number
  /** Made when it is not there. */
  database?: string
  /** Off only for databases that a test throws away. */
  durable?: boolean
  /** Told what is done to the machine. */
  tell?: (line: string) => void
}

const USER = 'verso'
const START_SECONDS = 60

const failure = (cluster: string, said: string) =>
  new NamedFailure(
    `The embedded PostgreSQL did not start in ${cluster}: ${said.trim().split('\n').slice(-3).join(' | ')}`,
    'End the process that uses this folder, set VERSO_DATA to another one, or set DATABASE_URL.',
  )

/** Makes the cluster with a password of its own, kept beside its files for the next start. */
function initialise({ bin, cluster, owner }: PostgresPlace, passwordFile: string): string {
  if (existsSync(join(cluster, 'PG_VERSION'))) return readFileSync(passwordFile, 'utf8').trim()
  const password = randomBytes(18).toString('base64url')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (owner) chownSync(passwordFile, owner.uid, owner.gid)
  const flags = [`--username=${USER}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C']
  const run = spawnSync(join(bin, 'initdb'), [`--pgdata=${cluster}`, `--pwfile=${passwordFile}`, ...flags], {
    ...owner,
    cwd: '/',
    encoding: 'utf8',
  })
  if (run.status !== 0) throw failure(cluster, run.stderr || String(run.error))
  return password
}

function serve(place: PostgresPlace, port: number, durable: boolean, logFile: string): RunningChild {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200']
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  return startChild(
    join(place.bin, 'postgres'),
    ['-D', place.cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    // SIGINT is PostgreSQL's fast stop: it ends sessions and writes everything down.
    { cwd: '/', logFile, stopSignal: 'SIGINT', ...(place.owner && { owner: place.owner }) },
  )
}

async function waitUntilUp(
  child: RunningChild,
  url: string,
  cluster: string,
  logFile: string,
): Promise<void> {
  const until = Date.now() + START_SECONDS * 1000
  let ended = false
  child.exited.then(() => {
    ended = true
  })
  while (!ended && Date.now() < until) {
    const client = new pg.Client({ connectionString: url })
    const up = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (up) return
    await new Promise((wait) => setTimeout(wait, 40))
  }
  await child.stop()
  throw failure(cluster, readFileSync(logFile, 'utf8'))
}

/** Creates the database when it is not there. */
async function ensureDatabase(url: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found = await client.query('select 1 from pg_database where datname = $1', [database])
  if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  await client.end()
}

/** Starts the embedded PostgreSQL in a folder; makes the cluster and the database on first use. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir)
  const place = placePostgres(dataDir, options.tell ?? (() => {}))
  const password = initialise(place, `${place.cluster}.password`)
  const port = options.port ?? (await freePort())
  const logFile = `${place.cluster}.log`
  const child = serve(place, port, options.durable ?? true, logFile)
  const urlOf = (name: string) => `postgresql://${USER}:${password}@127.0.0.1:${port}/${name}`
  await waitUntilUp(child, urlOf('postgres'), place.cluster, logFile)
  const database = options.database ?? 'verso'
  await ensureDatabase(urlOf('postgres'), database)
  return {
    url: urlOf(database),
    port,
    urlOf,
    cluster: place.cluster,
    logFile,
    child,
    stop: () => child.stop(),
  }
}
