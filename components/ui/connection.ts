'use client'

import { useSyncExternalStore } from 'react'

/** `unanswered`: the device has a network, and this server does not answer. */
export type Connection = 'here' | 'offline' | 'unanswered'

const listeners = new Set<() => void>()
let unanswered = false

/** Whoever asks the server says here whether it answered. */
export function tellAnswered(answered: boolean): void {
  if (unanswered !== answered) return
  unanswered = !answered
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

const read = (): Connection => (!navigator.onLine ? 'offline' : unanswered ? 'unanswered' : 'here')

/** Whether this page can reach its server, as far as is known. */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, read, () => 'here')
