import { findPin, type Pin } from '#lib/distribution/pinning/data.ts'
import { failPin, leasePin, settlePin } from '#lib/distribution/pinning/mutations.ts'
import { type Pinning, PinningError, type ToPin } from '#lib/distribution/pinning/port.ts'
import type { Services } from '#lib/flows/services.ts'
import { AppError } from '#lib/platform/errors.ts'

export type PinOutcome = 'settled' | 'no-service' | 'too-early' | 'taken' | 'pinned' | 'asked' | 'failed'

const LEASE_MS = 600_000
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 6 * 3_600_000

const later = (at: Date, ms: number) => new Date(at.getTime() + ms)

const pauseAfter = ({ tries }: Pin): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries, 20))

function toPin({ storage }: Pick<Services, 'storage'>, { cid, name, blob }: Pin): ToPin {
  return {
    cid,
    name,
    async bytes() {
      const bytes = await storage.get(blob)
      if (!bytes) throw new AppError('storage-corrupt', { detail: `the blob ${blob} is not in the store` })
      return bytes
    },
  }
}

/**
 * Brings one pin a step forward. It may be called for any pin as often as one likes, by as many workers as there are.
 * @param now wall time
 */
export async function pinBlob(
  services: Pick<Services, 'db' | 'storage'> & { pinning: readonly Pinning[] },
  id: string,
  now: Date,
): Promise<PinOutcome> {
  const { db } = services
  const pin = await findPin(db, id)
  if (!pin || pin.state === 'pinned') return 'settled'
  const service = services.pinning.find((one) => one.id === pin.service)
  if (!service) return 'no-service'
  if (pin.dueAt > now) return 'too-early'
  if (!(await leasePin(db, pin, later(now, LEASE_MS)))) return 'taken'
  const nextAt = later(now, pauseAfter(pin))
  const what = toPin(services, pin)
  try {
    const { externalId } = pin
    const found = await (externalId === null ? service.pin(what) : service.check(what, externalId))
    await settlePin(db, pin, found, nextAt)
    return found.state
  } catch (error) {
    if (!(error instanceof PinningError)) throw error
    await failPin(db, pin, error, nextAt)
    return 'failed'
  }
}
