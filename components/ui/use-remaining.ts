'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { documentAge } from './document-age.ts'

const REFRESH_MS = 15_000

const never = () => () => {}

/** Whether a part came with the document, not with a page that was fetched later: only the first is woken. */
function useCameWithDocument(): boolean {
  const came = useRef<boolean>(null)
  const first = (isWoken: boolean) => () => {
    came.current ??= isWoken
    return came.current
  }
  return useSyncExternalStore(never, first(false), first(true))
}

/** Milliseconds to a moment (ISO), counted from the server's clock: the device's own is never trusted. */
export function useRemaining(at: string, now: string): number {
  const [elapsed, setElapsed] = useState(0)
  const cameWithDocument = useCameWithDocument()
  const firstNow = useRef(now)
  useEffect(() => {
    // With a newer `now` the count begins anew.
    const age = cameWithDocument && now === firstNow.current ? documentAge() : 0
    const start = performance.now() - age
    const tick = () => setElapsed(performance.now() - start)
    tick()
    const timer = setInterval(tick, REFRESH_MS)
    return () => clearInterval(timer)
  }, [now, cameWithDocument])
  return Date.parse(at) - Date.parse(now) - elapsed
}
