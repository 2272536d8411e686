'use client'

import { useDeferredValue } from 'react'

/**
 * A place for what may come after the picture: it follows a step when that is painted, and a jump at once. Who holds
 * a key down is never more than one step ahead of it.
 */
export function useSettled(place: number): number {
  const settled = useDeferredValue(place)
  return Math.abs(place - settled) > 1 ? place : settled
}
