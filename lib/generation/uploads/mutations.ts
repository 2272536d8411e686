import { audit, type Ctx } from '#lib/platform/context.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import type { CleanPicture } from './adapters/clean-picture.ts'
import { uploadsSince } from './data.ts'
import { assertWithin, dayBefore, type Quota } from './quota.ts'

/** Uploads of one account are counted one at a time. */
const COUNT_LOCK = 7_611

type NewUpload = { picture: CleanPicture; sha256: FileHash; quota: Quota; wall: Date }

/** Writes down who uploaded a picture. @throws AppError upload-quota */
export async function insertUpload({ ctx, input }: { ctx: Ctx; input: NewUpload }): Promise<void> {
  const { picture, sha256, quota, wall } = input
  const { bytes, mime, width, height, sentSha256 } = picture
  const account = ctx.actor
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(${COUNT_LOCK}::int, hashtext(${account}))`
  const spent = await uploadsSince(ctx.tx, account, dayBefore(wall))
  assertWithin(quota, spent, { files: 1, bytes: bytes.length })
  const row = { account, sha256, sentSha256: `sha256:${sentSha256}`, mime, width, height }
  await ctx.tx.upload.create({ data: { ...row, byteLength: bytes.length, createdAt: wall } })
  await audit(ctx, 'upload.take', sha256, { mime, bytes: bytes.length, sent: row.sentSha256 })
}

/** Forgets uploads whose files are gone. @param input.files keys of the store */
export async function forgetUploads({
  ctx,
  input,
}: {
  ctx: Pick<Ctx, 'tx'>
  input: { files: readonly string[]; before: Date }
}): Promise<void> {
  const sha256 = { in: input.files.map((key) => `sha256:${key}`) }
  await ctx.tx.upload.deleteMany({ where: { sha256, createdAt: { lt: input.before } } })
}
