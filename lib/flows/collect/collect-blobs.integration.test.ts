import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { takeUpload } from '#lib/flows/take-upload/take-upload.ts'
import { importProvider } from '#lib/generation/providers/import.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import type { Tx } from '#lib/platform/db.ts'
import { type ColumnName, namedHashes } from '#lib/platform/named-hashes.ts'
import type { Storage } from '#lib/platform/storage.ts'
import { workEntries } from '#lib/protocol/brief-work.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import { hangWorks } from '#scripts/testing/hang-works.ts'
import { stripes } from '#scripts/testing/hostile-pictures.ts'
import { memoryStorage } from '#scripts/testing/memory-storage.ts'
import {
  creatorOf,
  type Generation,
  signBrief,
  type TestRound,
  withGeneration,
} from '#scripts/testing/with-generation.ts'
import { type CollectOptions, collectBlobs } from './collect-blobs.ts'
import { collectNightly } from './collect-nightly.ts'
import { KEEPS_NOTHING } from './named-blobs.ts'

const DAY_MS = 86_400_000
const NOTHING = { title: null, model: null, version: null, seed: null, means: null }

let now = new Date()
const passDays = (days: number) => {
  now = new Date(now.getTime() + days * DAY_MS)
}
const storage = memoryStorage(() => now)

let world: Generation
let round: TestRound
beforeAll(async () => {
  world = await withGeneration(providersFrom([proceduralProvider(), importProvider({ storage })]))
  Object.assign(world.services, { storage, wall: () => now })
  round = await world.openRound()
})
afterAll(() => world.close())

const collect = (options: Partial<CollectOptions> = {}, store: Storage = storage) =>
  collectBlobs({ db: world.db, storage: store }, { now, isDelete: true, evenMost: true, ...options })
const keysIn = async () => {
  const keys: string[] = []
  for await (const { key } of storage.list()) keys.push(key)
  return keys.toSorted()
}
const some = () => storage.put(randomBytes(24))

describe('what the database names', () => {
  type Column = { table: string; column: string; type: string; udt: string; isOwed: boolean }
  const TEXT = new Set(['text', 'character varying', 'json', 'jsonb'])
  const isText = ({ type, udt }: Column) => TEXT.has(type) || udt === '_text'

  const columnsOf = (tx: Tx) => tx.$queryRaw<Column[]>`
    SELECT c.table_name AS table, c.column_name AS column, data_type AS type, udt_name AS udt,
           (is_nullable = 'NO' AND column_default IS NULL) AS "isOwed"
    FROM information_schema.columns c JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`

  const filler = ({ type, udt }: Column): string => {
    if (type === 'uuid') return 'gen_random_uuid()'
    if (type === 'USER-DEFINED') return `(enum_range(NULL::"${udt}"))[1]`
    if (type === 'ARRAY') return `'{}'`
    if (type === 'bytea') return `'\\x00'::bytea`
    if (type.startsWith('json')) return `'{}'`
    if (type.startsWith('timestamp')) return 'now()'
    if (type === 'boolean') return 'false'
    return type === 'text' ? `gen_random_uuid()::text` : `${randomBytes(3).readUIntBE(0, 3)}`
  }
  const naming = ({ type, udt }: Column, hash: string): string => {
    if (type.startsWith('json')) return `'{"deep":[{"in":"sha256:${hash}"}]}'`
    return udt === '_text' ? `ARRAY['${hash}']` : `'0x${hash}'`
  }

  const undone = new Error('undone')

  it('is read from every column of the schema that text can stand in, but for those with a reason', async () => {
    await world.db
      .$transaction(
        async (tx) => {
          // Rows of one column at a time need no others that they refer to.
          await tx.$executeRaw`SET LOCAL session_replication_role = replica`
          const all = await columnsOf(tx)
          const hashes = new Map<string, string>()
          for (const column of all.filter(isText)) {
            const hash = randomBytes(32).toString('hex')
            const row = all.filter(({ table, isOwed }) => table === column.table && isOwed)
            const others = row.filter((other) => other.column !== column.column)
            const names = [column, ...others].map((each) => `"${each.column}"`)
            const values = [naming(column, hash), ...others.map(filler)]
            await tx.$executeRawUnsafe(
              `INSERT INTO "${column.table}" (${names.join(', ')}) VALUES (${values.join(', ')})`,
            )
            hashes.set(`${column.table}.${column.column}`, hash)
          }
          expect(hashes.size).toBeGreaterThan(100)
          const found = await namedHashes(tx, new Set(Object.keys(KEEPS_NOTHING) as ColumnName[]))
          const unread = [...hashes].flatMap(([name, hash]) => (found.has(hash) ? [] : name))
          expect(unread.toSorted()).toEqual([
            'AuditEntry.action',
            'AuditEntry.actor',
            'AuditEntry.detail',
            'AuditEntry.subject',
            'Upload.sentSha256',
            'Upload.sha256',
          ])
          // Nothing of this stays.
          throw undone
        },
        { timeout: 60_000 },
      )
      .catch((error: unknown) => {
        if (error !== undone) throw error
      })
  })
})

async function upload(by: string, width: number): Promise<FileHash> {
  const bytes = await stripes(width, 1024).jpeg().toBuffer()
  const body = new Blob([new Uint8Array(bytes)]).stream()
  const actor = creatorOf(by).address.toLowerCase()
  const sent = { body, announced: bytes.length }
  return (await takeUpload({ db: world.db, storage }, sent, actor, { wall: now })).sha256
}

describe('a collection', () => {
  const submit = async (by: string, provider: string, changes: { count: number; traits?: string }) => {
    const signed = await signBrief(round, { prompt: 'Low tide', ...changes }, { by, provider })
    const actor = creatorOf(by).address.toLowerCase()
    return submitBrief(world.services, { roundId: round.roundId, signed }, actor)
  }
  const bring = (by: string, contentHash: FileHash) =>
    submit(by, 'import', { count: 1, traits: workEntries({ contentHash, ...NOTHING }) })

  it('takes what nobody names after a week, and nothing of what is named', async () => {
    const [work, unused] = [await upload('ada', 1100), await upload('ada', 1101)]
    await submit('ada', 'procedural', { count: 2 })
    await bring('ada', work)
    await world.work()
    const before = await keysIn()
    const orphans = [await some(), await some()]
    passDays(6)
    expect(await collect()).toMatchObject({ deleted: { blobs: 0 } })
    passDays(2)
    const dry = await collect({ isDelete: false })
    expect(dry).toMatchObject({ deleted: { blobs: 0 }, unnamed: { blobs: 3 }, isHeldBack: false })
    expect(await keysIn()).toHaveLength(before.length + 2)
    expect(await collect()).toMatchObject({ deleted: { blobs: 3 } })
    const gone = new Set([...orphans, unused.slice('sha256:'.length)])
    expect(await keysIn()).toEqual(before.filter((key) => !gone.has(key)))
    expect(await world.db.upload.findMany({ select: { sha256: true } })).toEqual([{ sha256: work }])
    await expect(bring('ada', unused)).rejects.toMatchObject({ code: 'upload-unknown' })
  })

  it('leaves an upload alone as long as a brief may name it, and a brief may not name one that may go', async () => {
    const file = await upload('bob', 1102)
    const name = () => bring('bob', file)
    passDays(6.5)
    await expect(name()).rejects.toMatchObject({ code: 'upload-unknown' })
    await collect()
    expect(await storage.has(file.slice('sha256:'.length))).toBe(true)
    expect(await upload('bob', 1102)).toBe(file)
    passDays(5)
    await name()
    passDays(30)
    await collect()
    expect(await storage.has(file.slice('sha256:'.length))).toBe(true)
  })

  it('leaves what is put again while it is under way', async () => {
    const bytes = randomBytes(24)
    const [key, other] = [await storage.put(bytes), await some()]
    passDays(8)
    const racing: Storage = {
      ...storage,
      async *list() {
        yield* storage.list()
        await storage.put(bytes)
      },
    }
    await collect({}, racing)
    expect([await storage.has(key), await storage.has(other)]).toEqual([true, false])
  })

  it('is done once a day after three in the morning, by one worker of many', async () => {
    const services = { db: world.db, storage }
    const at = (hour: string) => collectNightly(services, new Date(`2027-03-01T${hour}:00:00Z`))
    expect(await at('02')).toBeNull()
    const found = await Promise.all([at('03'), at('03'), at('04')])
    expect(found.filter((one) => one !== null)).toHaveLength(1)
    expect(await at('23')).toBeNull()
    expect(await world.db.blobCollection.findMany()).toMatchObject([{ day: '2027-03-01', isHeldBack: false }])
  })

  it('holds back when most of what is stored would go: it looks at another database', async () => {
    passDays(8)
    await collect()
    for (let count = 0; count < 200; count++) await some()
    passDays(8)
    expect(await collect({ evenMost: false })).toMatchObject({
      isHeldBack: true,
      unnamed: { blobs: 200 },
      deleted: { blobs: 0 },
    })
    expect(await collect()).toMatchObject({ isHeldBack: false, deleted: { blobs: 200 } })
  })
})

/** Ways in which a row comes to name a blob. */
const NAMINGS: Record<string, (key: string) => Promise<unknown>> = {
  'the sidecar of a picture': async (key) => {
    const { id } = await world.db.task.findFirstOrThrow()
    const { execution } = await world.db.task.findUniqueOrThrow({ where: { id } })
    const facts = { [key.slice(0, 8)]: `sha256:${key}` }
    return world.db.task.update({
      where: { id },
      data: { execution: { ...(execution as object), ...facts } },
    })
  },
  'a rendition': (key) =>
    world.db.asset.create({
      data: {
        ...{
          contentHash: `sha256:${randomBytes(32).toString('hex')}`,
          contentCid: 'bafy',
          mime: 'image/png',
        },
        ...{ byteLength: 1, width: 1, height: 1, pixelHash: 'none', thumbhash: new Uint8Array() },
        renditions: [{ role: 'thumb-320', sha256: `sha256:${key}` }],
      },
    }),
  'an allowlist': (key) =>
    world.db.allowlist.create({ data: { root: randomBytes(32).toString('hex'), rows: 1, blob: key } }),
  'a root in the rules': async (key) => {
    const { rules } = await world.db.round.findUniqueOrThrow({ where: { id: round.rowId } })
    const roots = { [`c2paRoot${key.slice(0, 8)}`]: `0x${key}` }
    return world.db.round.update({
      where: { id: round.rowId },
      data: { rules: { ...(rules as object), ...roots } },
    })
  },
  'a file of a bundle': async (key) =>
    world.db.closing.create({
      data: {
        ...{
          roundRowId: round.rowId,
          attempt: randomBytes(3).readUIntBE(0, 3),
          resultHash: '',
          sharesTotal: '0',
        },
        ...{ winnersRoot: '', sharesRoot: '', bundleDigest: '', result: {}, files: { 'rules.json': key } },
      },
    }),
  'an upload': (key) =>
    world.db.upload.create({
      data: {
        ...{ account: '0x01', sha256: `sha256:${key}`, sentSha256: '', mime: 'image/png', createdAt: now },
        ...{ width: 1, height: 1, byteLength: 1 },
      },
    }),
}

const step = fc.oneof(
  fc.record({ do: fc.constant('put' as const), blob: fc.nat(5) }),
  fc.record({
    do: fc.constant('name' as const),
    blob: fc.nat(5),
    by: fc.constantFrom(...Object.keys(NAMINGS)),
  }),
  fc.record({ do: fc.constant('pass' as const), days: fc.constantFrom(1, 3, 5, 8) }),
  fc.record({ do: fc.constant('collect' as const) }),
)

it('never deletes what is named, and leaves nothing that nobody names, whatever happened before', async () => {
  await hangWorks({ db: world.db, storage }, round.rowId, ['one of many'])
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const bytes = Array.from({ length: 6 }, () => randomBytes(16))
      const putAt = new Map<string, number>()
      const named = new Map<string, { for: number }>()
      for (const next of [...steps, { do: 'pass' as const, days: 8 }, { do: 'collect' as const }]) {
        const blob = 'blob' in next ? (bytes[next.blob] ?? randomBytes(1)) : null
        if (next.do === 'put' && blob) putAt.set(await storage.put(blob), now.getTime())
        if (next.do === 'pass') passDays(next.days)
        if (next.do === 'name' && blob) {
          // Who names a blob has put it just before, or within the week.
          const key = await storage.put(blob)
          putAt.set(key, now.getTime())
          await NAMINGS[next.by]?.(key)
          const until = next.by === 'an upload' ? now.getTime() + 7 * DAY_MS : Number.POSITIVE_INFINITY
          named.set(key, { for: Math.max(until, named.get(key)?.for ?? 0) })
        }
        if (next.do !== 'collect') continue
        await collect()
        for (const [key, at] of putAt) {
          const isKept = (named.get(key)?.for ?? 0) >= now.getTime() || now.getTime() - at <= 7 * DAY_MS
          expect([key, await storage.has(key)]).toEqual([key, isKept])
        }
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)
