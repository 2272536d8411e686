'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { type Arrivals, hungWords } from './arrivals.ts'
import { type Filling, useArrivals } from './use-arrivals.ts'

const Live = createContext<Arrivals>({ hung: 0, places: 0, works: [] })

/** What has come since the page was made, for whatever stands inside a LiveRound. */
export const useLiveRound = (): Arrivals => useContext(Live)

/** A round that fills while one watches. */
export function LiveRound({ filling, children }: { filling: Filling; children: ReactNode }) {
  return <Live value={useArrivals(filling)}>{children}</Live>
}

/** "84 of 120 hung", said again as works come. */
export function LiveCount() {
  return (
    <span aria-live="polite" aria-atomic>
      {hungWords(useLiveRound())}
    </span>
  )
}
