import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { keyOf } from '#lib/platform/blob-store.ts'

type Row = Record<string, unknown> & { id: string }
type Rendition = { role: string; sha256: string }

const TOGETHER = 500
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

const fileOf = (blobs: string, hash: string) => {
  const key = hash.slice('sha256:'.length)
  return join(blobs, key.slice(0, 2), key)
}

/** The same picture in other bytes: a WebP file with one more chunk, of a kind that readers pass over. */
function numbered(webp: Buffer, number: number): Buffer {
  const chunk = Buffer.from('BNCH\x04\0\0\0\0\0\0\0', 'latin1')
  chunk.writeUInt32LE(number, 8)
  const file = Buffer.concat([webp, chunk])
  file.writeUInt32LE(file.length - 8, 4)
  return file
}

/** Its own hash, so its own address: a browser fetches and decodes it again. */
function keepNumbered(blobs: string, from: string, number: number) {
  const bytes = numbered(readFileSync(fileOf(blobs, from)), number)
  const hash = `sha256:${keyOf(bytes)}`
  const file = fileOf(blobs, hash)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  return { hash, byteLength: bytes.length }
}

/** Another work of the same picture: its own files, task and number. Its picture is no larger than on the wall. */
function copyOf(
  blobs: string,
  { candidate, task, asset }: Record<'candidate' | 'task' | 'asset', Row>,
  number: number,
) {
  const name = hashOf(`work ${number}`)
  const kept = (asset.renditions as Rendition[]).map((rendition) => ({
    rendition,
    ...keepNumbered(blobs, rendition.sha256, number),
  }))
  const [first] = kept
  if (!first) throw new Error('a work without smaller copies')
  const { hash: contentHash, byteLength } = first
  const renditions = kept.map(({ rendition, hash }) => ({ ...rendition, sha256: hash }))
  const taskId = [
    name.slice(0, 8),
    name.slice(8, 12),
    `7${name.slice(13, 16)}`,
    `8${name.slice(17, 20)}`,
    name.slice(20, 32),
  ].join('-')
  return {
    task: {
      ...task,
      id: taskId,
      index: 100_000 + number,
      idempotencyKey: name,
      externalId: null,
      contentHash,
    },
    asset: { ...asset, contentHash, mime: 'image/webp', byteLength, renditions },
    candidate: { ...candidate, id: taskId.replace(/^./, 'f'), taskId, contentHash, number },
  }
}

async function insert(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  for (let at = 0; at < rows.length; at += TOGETHER)
    await client.query(
      `insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
      [JSON.stringify(rows.slice(at, at + TOGETHER))],
    )
}

/** Hangs as many works in a round as asked for: those that are there, over and over, each as a work of its own. */
export async function hangMany(
  { databaseUrl, blobs, slug }: { databaseUrl: string; blobs: string; slug: string },
  count: number,
): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const { rows } = await client.query<Record<'candidate' | 'task' | 'asset', Row>>(
      `select row_to_json(c) candidate, row_to_json(t) task, row_to_json(a) asset
       from "Round" r join "Candidate" c on c."roundRowId" = r.id join "Task" t on t.id = c."taskId"
       join "Asset" a on a."contentHash" = c."contentHash" where r.slug = $1 order by c.number`,
      [slug],
    )
    const copies = Array.from({ length: count - rows.length }, (_, at) => {
      const one = rows[at % rows.length]
      if (!one) throw new Error('nothing hangs yet')
      return copyOf(blobs, one, rows.length + at + 1)
    })
    await insert(
      client,
      'Task',
      copies.map(({ task }) => task),
    )
    await insert(
      client,
      'Asset',
      copies.map(({ asset }) => asset),
    )
    await insert(
      client,
      'Candidate',
      copies.map(({ candidate }) => candidate),
    )
    await client.query('update "Round" set "candidateCount" = $1 where slug = $2', [count, slug])
  } finally {
    await client.end()
  }
}
