'use client'

import { useEffect, useRef } from 'react'

/** Seconds of the instance's clock, counted on from the page's making. */
export function useInstanceNow(now: number): () => number {
  const started = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with a newer `now` the count begins anew
  useEffect(() => {
    started.current = performance.now()
  }, [now])
  return () => now + Math.floor((performance.now() - started.current) / 1000)
}
