import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { write } from '#lib/flows/services.ts'
import { type CleanPicture, cleanPicture } from '#lib/generation/uploads/adapters/clean-picture.ts'
import { insertUpload } from '#lib/generation/uploads/mutations.ts'
import { DAILY_QUOTA, type Quota } from '#lib/generation/uploads/quota.ts'
import { uploadedSchema } from '#lib/generation/uploads/schema.ts'
import type { Ctx } from '#lib/platform/context.ts'
import { folderStorage } from '#lib/platform/storage.ts'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { fromTelephone, png, refusedFiles, withTail } from '#scripts/testing/hostile-pictures.ts'
import { type TestDatabase, withDatabase } from '#scripts/testing/with-database.ts'
import { takeUpload } from './take-upload.ts'

const ADA = `0x${'a'.repeat(40)}`
const BOB = `0x${'b'.repeat(40)}`
const NOON = new Date('2026-11-29T12:00:00Z')
const hours = (count: number) => new Date(NOON.getTime() + count * 3_600_000)

const folder = mkdtempSync(join(tmpdir(), 'verso-uploads-'))
const storage = folderStorage(folder)
let database: TestDatabase
beforeAll(async () => {
  database = await withDatabase()
})
beforeEach(async () => {
  await database.db.upload.deleteMany()
  await database.db.auditEntry.deleteMany()
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const sentAs = (file: Uint8Array) => ({
  body: new Response(new Uint8Array(file)).body,
  announced: file.length,
})
const body = { mostBytes: 1_000_000, pauseMs: 5_000, totalMs: 5_000 }

type Options = { actor?: string; wall?: Date; quota?: Quota }
function take(file: Uint8Array, { actor = ADA, wall = NOON, quota = DAILY_QUOTA }: Options = {}) {
  const services = { db: database.db, storage }
  return takeUpload(services, sentAs(file), actor, { wall, limits: { quota, body } })
}

const blobs = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()

describe('an upload', () => {
  it('is kept by its content, with whose it is and what it was', async () => {
    const sent = await fromTelephone()
    const taken = await take(sent)
    expect(uploadedSchema.parse(taken)).toEqual(taken)
    const kept = await storage.get(taken.sha256.slice('sha256:'.length))
    expect(kept && fileHashOf(kept)).toBe(taken.sha256)
    expect(kept?.length).toBe(taken.bytes)
    expect(taken.sha256).not.toBe(fileHashOf(sent))
    expect(await storage.has(fileHashOf(sent).slice('sha256:'.length))).toBe(false)
    expect(await database.db.upload.findMany({ omit: { id: true } })).toEqual([
      {
        account: ADA,
        sha256: taken.sha256,
        sentSha256: fileHashOf(sent),
        mime: 'image/jpeg',
        width: 32,
        height: 48,
        byteLength: taken.bytes,
        createdAt: NOON,
      },
    ])
    expect(await database.db.auditEntry.findMany()).toMatchObject([
      { actor: ADA, action: 'upload.take', subject: taken.sha256, detail: { sent: fileHashOf(sent) } },
    ])
  })

  it('of the same picture twice, or with a page behind it, is one file', async () => {
    const file = await png(20)
    const before = await take(file)
    const there = blobs()
    expect(await take(withTail(file), { actor: BOB })).toEqual(before)
    expect(blobs()).toEqual(there)
    expect(await database.db.upload.count()).toBe(2)
  })

  it('that is turned away leaves nothing behind', async () => {
    const there = blobs()
    for (const [, code, file] of await refusedFiles())
      await expect(take(file)).rejects.toMatchObject({ code })
    await expect(take(new Uint8Array(1_000_001))).rejects.toMatchObject({ code: 'upload-too-large' })
    expect(blobs()).toEqual(there)
    expect(await database.db.upload.count()).toBe(0)
    expect(await database.db.auditEntry.count()).toBe(0)
  })
})

describe('what one account may upload', () => {
  it('is counted in files over a day, for each account apart', async () => {
    const quota = { files: 2, bytes: 1_000_000 }
    await take(await png(9), { quota, wall: hours(0) })
    await take(await png(10), { quota, wall: hours(20) })
    const third = async (wall: Date, actor = ADA) => take(await png(11), { quota, wall, actor })
    await expect(third(hours(23))).rejects.toMatchObject({ code: 'upload-quota' })
    await expect(third(hours(23), BOB)).resolves.toMatchObject({ width: 11 })
    await expect(third(hours(25))).resolves.toMatchObject({ width: 11 })
    await expect(third(hours(26))).rejects.toMatchObject({ code: 'upload-quota' })
  })

  it('is counted in bytes that are kept', async () => {
    const { bytes } = await take(await png(30), { actor: BOB })
    const quota = { files: 9, bytes: 2 * bytes - 1 }
    await take(await png(30), { quota })
    await expect(take(await png(30), { quota })).rejects.toMatchObject({ code: 'upload-quota' })
    await expect(take(await png(8), { quota })).resolves.toMatchObject({ width: 8 })
  })

  it('holds against two of whom neither sees the other yet', async () => {
    const quota = { files: 1, bytes: 1_000_000 }
    const [one, two] = await Promise.all([cleanPicture(await png(12)), cleanPicture(await png(13))])
    const insert = (ctx: Ctx, picture: CleanPicture) =>
      insertUpload({ ctx, input: { picture, sha256: fileHashOf(picture.bytes), quota, wall: NOON } })
    let second: Promise<void> | undefined
    await write(database, ADA, async (ctx) => {
      await insert(ctx, one)
      second = write(database, ADA, (other) => insert(other, two))
      second.catch(() => {})
      await new Promise((done) => setTimeout(done, 300))
    })
    await expect(second).rejects.toMatchObject({ code: 'upload-quota' })
    expect(await database.db.upload.count()).toBe(1)
  })

  it('is not read any more once it is used up', async () => {
    const never = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) })
    const limits = { quota: { files: 0, bytes: 0 }, body }
    const asked = takeUpload({ db: database.db, storage }, { body: never, announced: null }, ADA, { limits })
    await expect(asked).rejects.toMatchObject({ code: 'upload-quota' })
  })
})

it('two of an account arrive at once, a third waits until there is room', async () => {
  let end: () => void = () => {}
  const open = () =>
    takeUpload(
      { db: database.db, storage },
      {
        body: new ReadableStream({
          start: (controller) => {
            const before = end
            end = () => {
              before()
              controller.close()
            }
          },
        }),
        announced: null,
      },
      ADA,
      { limits: { quota: DAILY_QUOTA, body } },
    )
  const held = [open(), open()].map((one) => one.catch((error: unknown) => error))
  await expect(open()).rejects.toMatchObject({ code: 'uploads-busy' })
  await expect(take(await png(), { actor: BOB })).resolves.toMatchObject({ width: 48 })
  end()
  for (const one of held) expect(await one).toMatchObject({ code: 'upload-kind' })
  await expect(take(await png())).resolves.toMatchObject({ mime: 'image/png' })
})
