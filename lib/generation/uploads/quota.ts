import { AppError } from '#lib/platform/errors.ts'

/** What one account may upload within 24 hours. */
export type Quota = { files: number; bytes: number }

export const DAILY_QUOTA: Quota = { files: 60, bytes: 512 * 2 ** 20 }

const DAY_MS = 86_400_000

/** How long a brief may name an upload; files that none has named are kept for a day more at least. */
export const UPLOAD_DAYS = 6

/** Uploads from here on may be named. @param wall wall time */
export const usableSince = (wall: Date): Date => new Date(wall.getTime() - UPLOAD_DAYS * DAY_MS)

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
