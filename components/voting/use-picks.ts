'use client'

import { useSyncExternalStore } from 'react'
import { onePerKey } from './one-per-key.ts'
import { createPicksStore, NO_PICKS, type PicksState, picksKey } from './picks.ts'

/** The one store of a round in this page. */
export const picksStoreOf = onePerKey(picksKey, createPicksStore)

const subscribeOn = (roundId: string) => (listener: () => void) => picksStoreOf(roundId).subscribe(listener)

/** The picks of a round on this device; none while the server renders. */
export function usePicks(roundId: string): PicksState {
  return useSyncExternalStore(
    subscribeOn(roundId),
    () => picksStoreOf(roundId).read(),
    () => NO_PICKS,
  )
}

const afterPaint = (listener: () => void) => () => requestAnimationFrame(() => setTimeout(listener))

/** The same where it is only told: what was pressed is drawn first, and this in the frame after it. */
export function useToldPicks(roundId: string): PicksState {
  return useSyncExternalStore(
    (listener) => picksStoreOf(roundId).subscribe(afterPaint(listener)),
    () => picksStoreOf(roundId).read(),
    () => NO_PICKS,
  )
}

/** Whether a work is picked on this device: of all the works on a wall, only the one that changes is drawn again. */
export function useIsPicked(roundId: string, number: number): boolean {
  return useSyncExternalStore(
    subscribeOn(roundId),
    () => picksStoreOf(roundId).read().numbers.includes(number),
    () => false,
  )
}
