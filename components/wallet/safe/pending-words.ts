import { formatMoment } from '#components/ui/moment.ts'
import { shorten } from '#components/ui/shorten.ts'
import type { PendingView } from '#lib/flows/pending-ballot/schema.ts'
import * as words from '#messages/wallet/safe/pending-words.ts'

/** How far a pending ballot is: "1 of 2 owners have signed." and whom it waits for. */
export function progressWords({ safe, signed }: PendingView): { title: string; text: string } {
  const { owners, threshold } = safe
  const have = new Set(signed.map(({ owner }) => owner))
  const missing = threshold - have.size
  const title = words.progress(Math.min(have.size, threshold), threshold)
  if (missing <= 0) return { title, text: words.enough }
  const waiting = owners.filter((owner) => !have.has(owner)).map((owner) => shorten(owner))
  return { title, text: words.waiting(missing, waiting) }
}

/** When an owner signed, or that they have not. */
export function ownerWords({ signed }: PendingView, owner: string): string {
  const found = signed.find((one) => one.owner === owner)
  return found ? words.signed(formatMoment(found.at * 1000, { short: true })) : words.notSigned
}

/** Who left the Safe after they signed. */
export function goneWords({ gone }: PendingView): string | null {
  return gone.length === 0 ? null : words.gone(gone.map((owner) => shorten(owner)))
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
