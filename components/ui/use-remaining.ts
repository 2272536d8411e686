'use client'

import { useEffect, useState } from 'react'

const REFRESH_MS = 15_000

/** Milliseconds to a moment (ISO), counted from the server's clock: the device's own is never trusted. */
export function useRemaining(at: string, now: string): number {
  const [elapsed, setElapsed] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with a newer `now` the count begins anew
  useEffect(() => {
    setElapsed(0)
    const start = performance.now()
    const timer = setInterval(() => setElapsed(performance.now() - start), REFRESH_MS)
    return () => clearInterval(timer)
  }, [now])
  return Date.parse(at) - Date.parse(now) - elapsed
}
