'use client'

import { useSyncExternalStore } from 'react'
import { onePerKey } from './one-per-key.ts'
import { createSeenStore, NOTHING_SEEN, type Seen, seenKey } from './seen.ts'

/** Looks are sent together, so many milliseconds after the first of them. */
const COLLECT_MS = 5_000
/** As many as one report may name (lib/candidates/exposure). */
const MOST = 200

const seenStoreOf = onePerKey(seenKey, createSeenStore)

const subscribeOn = (roundId: string) => (listener: () => void) => seenStoreOf(roundId).subscribe(listener)

/** The works of a round that were looked at on this device by now. */
export const readSeen = (roundId: string): ReadonlySet<number> => seenStoreOf(roundId).read().numbers

/** The works of a round that were looked at on this device; none while the server renders. */
export function useSeen(roundId: string): Seen {
  return useSyncExternalStore(
    subscribeOn(roundId),
    () => seenStoreOf(roundId).read(),
    () => NOTHING_SEEN,
  )
}

/** Whether a work was looked at on this device. Draws again as `useIsPicked`. */
export function useIsSeen(roundId: string, number: number): boolean {
  return useSyncExternalStore(
    subscribeOn(roundId),
    () => readSeen(roundId).has(number),
    () => false,
  )
}

const collected = new Map<string, Set<number>>()
let timer: ReturnType<typeof setTimeout> | undefined

/** A look that does not arrive is one look less: nobody waits for it, and it is not sent again. */
function send(): void {
  clearTimeout(timer)
  timer = undefined
  for (const [roundId, numbers] of collected) {
    const body = JSON.stringify({ numbers: [...numbers].slice(0, MOST) })
    navigator.sendBeacon(
      `/api/v1/rounds/${roundId}/impressions`,
      new Blob([body], { type: 'application/json' }),
    )
  }
  collected.clear()
}

/** Notes that works were looked at: on this device, and by number alone at the instance. */
export function noteSeen(roundId: string, numbers: readonly number[]): void {
  const store = seenStoreOf(roundId)
  const before = store.read().numbers
  const fresh = numbers.filter((number) => !before.has(number))
  if (fresh.length === 0) return
  store.put({ numbers: new Set([...before, ...fresh]) })
  const waiting = collected.get(roundId) ?? new Set()
  for (const number of fresh) waiting.add(number)
  collected.set(roundId, waiting)
  // Noted as the page goes: there is no later.
  if (document.visibilityState === 'hidden') return send()
  if (timer !== undefined) return
  timer = setTimeout(send, COLLECT_MS)
  window.addEventListener('pagehide', send, { once: true })
}
