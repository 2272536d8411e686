'use client'

import { useSyncExternalStore } from 'react'
import { createPicksStore, NO_PICKS, type PicksState, type PicksStore, picksKey } from './picks.ts'

const stores = new Map<string, PicksStore>()

/** The one store of a round in this page; writes by other tabs arrive through the storage event. */
export function picksStoreOf(roundId: string): PicksStore {
  const known = stores.get(roundId)
  if (known) return known
  const store = createPicksStore(roundId, () => window.localStorage)
  stores.set(roundId, store)
  window.addEventListener('storage', (event) => {
    if (event.key === picksKey(roundId) || event.key === null) store.reload()
  })
  return store
}

const subscribeOn = (roundId: string) => (listener: () => void) => picksStoreOf(roundId).subscribe(listener)

/** The picks of a round on this device; none while the server renders. */
export function usePicks(roundId: string): PicksState {
  return useSyncExternalStore(
    subscribeOn(roundId),
    () => picksStoreOf(roundId).read(),
    () => NO_PICKS,
  )
}
