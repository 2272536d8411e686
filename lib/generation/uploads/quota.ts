import { AppError } from '#lib/platform/errors.ts'

/** What one account may upload within 24 hours. */
export type Quota = { files: number; bytes: number }

export const DAILY_QUOTA: Quota = { files: 60, bytes: 512 * 2 ** 20 }

const DAY_MS = 86_400_000

/** Uploads from here on count. @param wall wall time */
export const dayBefore = (wall: Date): Date => new Date(wall.getTime() - DAY_MS)

/**
 * @param more what is about to be added
 * @throws AppError upload-quota
 */
export function assertWithin(quota: Quota, spent: Quota, more: Quota): void {
  const isOver = spent.files + more.files > quota.files || spent.bytes + more.bytes > quota.bytes
  if (isOver) throw new AppError('upload-quota')
}
