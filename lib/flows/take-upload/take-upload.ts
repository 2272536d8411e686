import { type Services, write } from '#lib/flows/services.ts'
import { cleanPicture } from '#lib/generation/uploads/adapters/clean-picture.ts'
import { type BodyLimits, readUpload } from '#lib/generation/uploads/adapters/read-upload.ts'
import { uploadsSince } from '#lib/generation/uploads/data.ts'
import { insertUpload } from '#lib/generation/uploads/mutations.ts'
import { assertWithin, DAILY_QUOTA, dayBefore, type Quota } from '#lib/generation/uploads/quota.ts'
import { UPLOAD_MOST_BYTES, type Uploaded } from '#lib/generation/uploads/schema.ts'
import { type StreamLimit, streamLimit } from '#lib/platform/stream-limit.ts'
import { inTurn } from './in-turn.ts'

/** A picture on its way: its body as it comes, and the length that was announced with it. */
export type Sent = { body: ReadableStream<Uint8Array> | null; announced: number | null }

export type UploadLimits = { quota: Quota; body: BodyLimits }

/** A slow line carries the largest file in ten minutes; one that says nothing for fifteen seconds is gone. */
const LIMITS: UploadLimits = {
  quota: DAILY_QUOTA,
  body: { mostBytes: UPLOAD_MOST_BYTES, pauseMs: 15_000, totalMs: 600_000 },
}

/** Files that this process holds in memory at once. */
const PLACES = { perClient: 2, inAll: 12 }

const held = globalThis as { versoUploads?: StreamLimit }

function takePlace(account: string): () => void {
  held.versoUploads ??= streamLimit(PLACES, 'uploads-busy')
  return held.versoUploads.open(account)
}

/**
 * Takes a picture that somebody brings: reads it under a cap, writes it anew without anything but its pixels, keeps
 * it by its content, and notes whose it is. Pictures are decoded one at a time in a process.
 * @param actor who is signed in, and alone may name it in a brief
 * @param wall wall time, which the quota follows
 * @throws AppError uploads-busy, upload-quota, upload-too-large, upload-slow, upload-broken, upload-kind,
 *   upload-animated, upload-pixels
 */
export async function takeUpload(
  services: Pick<Services, 'db' | 'storage'>,
  sent: Sent,
  actor: string,
  { wall = new Date(), limits = LIMITS }: { wall?: Date; limits?: UploadLimits } = {},
): Promise<Uploaded> {
  const { quota } = limits
  const leave = takePlace(actor)
  try {
    const spent = await uploadsSince(services.db, actor, dayBefore(wall))
    assertWithin(quota, spent, { files: 1, bytes: 1 })
    const bytes = await readUpload(sent.body, sent.announced, limits.body)
    const picture = await inTurn(() => cleanPicture(bytes))
    const { mime, width, height } = picture
    const sha256 = `sha256:${await services.storage.put(picture.bytes)}` as const
    await write(services, actor, (ctx) => insertUpload({ ctx, input: { picture, sha256, quota, wall } }))
    return { sha256, mime, width, height, bytes: picture.bytes.length }
  } finally {
    leave()
  }
}
