'use client'

import { useEffect, useSyncExternalStore } from 'react'

/** `unanswered`: the device has a network, and this server does not answer. */
export type Connection = 'here' | 'offline' | 'unanswered'

const listeners = new Set<() => void>()
let unanswered = false

/** Whoever asks the server says here whether it answered. */
function tellAnswered(answered: boolean): void {
  if (unanswered !== answered) return
  unanswered = !answered
  for (const listener of listeners) listener()
}

/** For a part that asks by itself: says so while it stands, and takes it back when it goes. */
export function useTellAnswered(answered: boolean): void {
  useEffect(() => {
    tellAnswered(answered)
    return () => tellAnswered(true)
  }, [answered])
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
