'use client'

import { useEffect } from 'react'
import { noteSeen } from './use-seen.ts'

/** A work that stood there so long was looked at. */
const LOOK_MS = 150

/**
 * Notes the works that stand before somebody, when they are left or the page is, so that no key waits for it.
 * @param numbers the same array as long as the same works stand there; null where looks are not counted
 */
export function useLooked(roundId: string, numbers: readonly number[] | null): void {
  useEffect(() => {
    if (!numbers) return
    const since = performance.now()
    const isLooked = () => performance.now() - since >= LOOK_MS
    const leave = () => {
      if (isLooked()) noteSeen(roundId, numbers)
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      if (isLooked()) setTimeout(leave, LOOK_MS)
    }
  }, [roundId, numbers])
}
