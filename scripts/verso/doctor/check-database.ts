import { readdirSync } from 'node:fs'
import pg from 'pg'
import { causeOf, type Finding, note, ok, wrong } from './finding.ts'

const ABOUT = 'DATABASE_URL'
const OLDEST_MAJOR = 14

async function checkMigrations(client: pg.Client, folder: string): Promise<Finding> {
  const made = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('"_prisma_migrations"') is not null as there`,
  )
  const applied = rows[0]?.there
    ? await client.query<{ migration_name: string; finished: boolean }>(
        'select migration_name, finished_at is not null as finished from "_prisma_migrations" where rolled_back_at is null',
      )
    : { rows: [] }
  const finished = new Set(applied.rows.filter((row) => row.finished).map((row) => row.migration_name))
  const broken = applied.rows.find((row) => !row.finished)
  if (broken)
    return wrong('migrations', `${broken.migration_name} began and did not end.`, 'Restore the last backup.')
  const missing = made.filter((name) => !finished.has(name))
  if (missing.length > 0)
    return wrong(
      'migrations',
      `${missing.length} of ${made.length} are not applied.`,
      'Run npm run prisma -- migrate deploy.',
    )
  const unknown = [...finished].filter((name) => !made.includes(name))
  if (unknown.length > 0)
    return note('migrations', `The database knows ${unknown.join(', ')}, this copy of Verso does not.`)
  return ok('migrations', `All ${made.length} are applied.`)
}

/** The database answers, is new enough, may be written, and holds the tables of this copy of Verso. */
export async function checkDatabase(url: string, migrationsFolder: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    return [wrong(ABOUT, `No database answers: ${causeOf(error)}`, 'Correct DATABASE_URL, or start it.')]
  }
  try {
    const { rows } = await client.query<{ version: number; may: boolean }>(
      `select current_setting('server_version_num')::int as version,
              has_database_privilege(current_database(), 'create') as may`,
    )
    const { version = 0, may = false } = rows[0] ?? {}
    const major = Math.floor(version / 10_000)
    const server =
      major < OLDEST_MAJOR
        ? wrong(ABOUT, `PostgreSQL ${major} is too old.`, `Use ${OLDEST_MAJOR} or later.`)
        : ok(ABOUT, `PostgreSQL ${major} answers.`)
    const rights = may
      ? []
      : [
          wrong(
            ABOUT,
            'Its user may not create a schema, which the queue needs.',
            'grant create on database … to …',
          ),
        ]
    return [server, ...rights, await checkMigrations(client, migrationsFolder)]
  } catch (error) {
    return [wrong(ABOUT, `The database refused: ${causeOf(error)}`, 'Check its user’s rights.')]
  } finally {
    await client.end()
  }
}
