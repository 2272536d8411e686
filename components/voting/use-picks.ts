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
