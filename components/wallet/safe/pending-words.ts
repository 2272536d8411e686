import { formatMoment } from '#components/ui/moment.ts'
import { shorten } from '#components/ui/shorten.ts'
import type { PendingView } from '#lib/flows/pending-ballot/schema.ts'

const some = (names: readonly string[]): string => {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}

/** How far a pending ballot is: "1 of 2 owners have signed." and whom it waits for. */
export function progressWords({ safe, signed }: PendingView): { title: string; text: string } {
  const { owners, threshold } = safe
  const have = new Set(signed.map(({ owner }) => owner))
  const missing = threshold - have.size
  const title = `${Math.min(have.size, threshold)} of ${threshold} signed`
  if (missing <= 0) return { title, text: 'That is enough: it only has to be sent.' }
  const waiting = owners.filter((owner) => !have.has(owner)).map((owner) => shorten(owner))
  const whom = missing === waiting.length && missing > 1 ? waiting.join(' and ') : some(waiting)
  return { title, text: `Waiting for ${missing === 1 ? 'one more' : `${missing} more`}: ${whom}.` }
}

/** When an owner signed, or that they have not. */
export function ownerWords({ signed }: PendingView, owner: string): string {
  const found = signed.find((one) => one.owner === owner)
  return found ? `signed ${formatMoment(found.at * 1000, { short: true })}` : 'has not signed'
}

/** Who left the Safe after they signed. */
export function goneWords({ gone }: PendingView): string | null {
  if (gone.length === 0) return null
  const names = gone.map((owner) => shorten(owner)).join(', ')
  return gone.length === 1
    ? `${names} signed, and is no owner of the Safe any more: that signature does not count.`
    : `${names} signed, and are no owners of the Safe any more: those signatures do not count.`
}

/**
 * A sequence for a Safe, whose owners use many devices and none of which knows the last one: it grows with the time
 * of voting, from 1 to 900, so that a later ballot has a later one.
 */
export function sequenceByTime(
  now: number,
  { opensAt, closesAt }: { opensAt: number; closesAt: number },
): bigint {
  const passed = Math.min(Math.max(now - opensAt, 0), closesAt - opensAt)
  return 1n + BigInt(Math.floor((899 * passed) / (closesAt - opensAt)))
}
