import type { Db, Tx } from './db.ts'

/** A column as `Table.column`. */
export type ColumnName = `${string}.${string}`

/** Every column of the database that text can stand in. */
async function textColumns(db: Db | Tx): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<{ table: string; column: string }[]>`
    SELECT columns.table_name AS table, columns.column_name AS column
    FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'
      AND (data_type IN ('text', 'character varying', 'json', 'jsonb') OR udt_name = '_text')
    ORDER BY 1, 2`
  const columns = new Map<string, string[]>()
  for (const { table, column } of rows) columns.set(table, [...(columns.get(table) ?? []), column])
  return columns
}

/** Names from the catalogue are the schema's own; a quote in one would end it. */
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/**
 * Every 32-byte hash in hex that stands anywhere in the database, alone, after `0x` or after `sha256:`, but for columns
 * that are left out. Columns are read from the catalogue, so that a new one cannot be forgotten.
 * @returns 64 hex digits each
 */
export async function namedHashes(db: Db | Tx, leftOut: ReadonlySet<ColumnName>): Promise<Set<string>> {
  const hashes = new Set<string>()
  for (const [table, all] of await textColumns(db)) {
    const columns = all.filter((column) => !leftOut.has(`${table}.${column}`))
    if (columns.length === 0) continue
    const text = columns.map((column) => `${quoted(column)}::text`).join(', ')
    const rows = await db.$queryRawUnsafe<{ hash: string }[]>(
      `SELECT DISTINCT found[1] AS hash FROM ${quoted(table)},
         regexp_matches(concat_ws(' ', ${text}), '\\m(?:0x)?([0-9a-f]{64})\\M', 'g') AS found`,
    )
    for (const { hash } of rows) hashes.add(hash)
  }
  return hashes
}
