import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import type { Db } from '#lib/platform/db.ts'

/** Tables of a database of which any row holds a text, in any schema, by name. */
export async function tablesHolding(db: Db, text: RegExp): Promise<string[]> {
  const names = await db.$queryRaw<{ schema: string; name: string }[]>`
    SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
    WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`
  const found: string[] = []
  for (const { schema, name } of names) {
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(t)::text AS row FROM "${schema}"."${name}" t`,
    )
    if (rows.some(({ row }) => text.test(row))) found.push(name)
  }
  return found.sort()
}

/** What a PNG holds packed beside its pixels. */
function packedTexts(png: Buffer): string {
  if (!png.subarray(1, 4).equals(Buffer.from('PNG'))) return ''
  let text = ''
  for (let at = 8; at < png.length; ) {
    const [length, type] = [png.readUInt32BE(at), png.toString('latin1', at + 4, at + 8)]
    const data = png.subarray(at + 8, at + 8 + length)
    if (type === 'zTXt') text += inflateSync(data.subarray(data.indexOf(0) + 2)).toString('latin1')
    at += length + 12
  }
  return text
}

/** Files of a folder that hold a text, as they are or packed in a PNG, by name. */
export function filesHolding(folder: string, text: RegExp): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return files.flatMap(({ name, parentPath }) => {
    const bytes = readFileSync(join(parentPath, name))
    return text.test(`${bytes.toString('latin1')}${packedTexts(bytes)}`) ? name : []
  })
}
