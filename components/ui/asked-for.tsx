'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * The address that led nowhere, to be compared with the one that was meant. The server leaves it out: one page
 * stands for all addresses that it does not know.
 */
export function AskedFor() {
  const path = useSyncExternalStore(
    never,
    () => window.location.pathname,
    () => '',
  )
  return <span className="type-mono text-second [overflow-wrap:anywhere]">{path}</span>
}
