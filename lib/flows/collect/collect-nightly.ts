import { endDay, takeDay } from '#lib/distribution/collections/mutations.ts'
import type { Services } from '#lib/flows/services.ts'
import { logger } from '#lib/platform/logger.ts'
import { type Collected, collectBlobs } from './collect-blobs.ts'

/** From here on in UTC: when few people look. */
const HOUR = 3

/**
 * Collects once a day, in whichever worker comes first; one that ends under way leaves the rest to the next day.
 * @param now wall time
 * @returns null when it is not time, or somebody else does it
 */
export async function collectNightly(
  services: Pick<Services, 'db' | 'storage'>,
  now: Date,
): Promise<Collected | null> {
  if (now.getUTCHours() < HOUR) return null
  const day = now.toISOString().slice(0, 10)
  if (!(await takeDay(services.db, day, now))) return null
  const found = await collectBlobs(services, { now, isDelete: true })
  const { deleted, isHeldBack, unnamed } = found
  const end = { endedAt: new Date(), deleted: deleted.blobs, deletedBytes: BigInt(deleted.bytes), isHeldBack }
  await endDay(services.db, day, end)
  if (isHeldBack) logger().warn({ unnamed: unnamed.blobs }, 'most blobs belong to no row; none was deleted')
  return found
}
