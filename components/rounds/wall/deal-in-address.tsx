'use client'

import { useEffect } from 'react'

/** The address names the order that was dealt, so that a reload and the way back find the same one. */
export function DealInAddress({ deal }: { deal: string | null }) {
  useEffect(() => {
    const url = new URL(window.location.href)
    if (deal === null || url.searchParams.get('deal') === deal) return
    url.searchParams.set('deal', deal)
    // By itself: a browser takes long to note an address, and the page is just becoming awake.
    const timer = setTimeout(() => window.history.replaceState(window.history.state, '', url))
    return () => clearTimeout(timer)
  }, [deal])
  return null
}
