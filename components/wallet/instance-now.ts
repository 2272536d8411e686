'use client'

import { useEffect, useRef } from 'react'

/** Seconds of the instance's clock, counted on from the page's making. */
export function useInstanceNow(now: number): () => number {
  const started = useRef(0)
  useEffect(() => {
    started.current = performance.now()
  }, [])
  return () => now + Math.floor((performance.now() - started.current) / 1000)
}
