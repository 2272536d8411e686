'use client'

import { useSyncExternalStore } from 'react'

/** How this visitor likes to work; kept on the device for every round. */
export type TableSettings = {
  /** After a pick or a pass, go on by itself. */
  advance: boolean
  /** Keys of one character: P, X, U, Z, C, N, S, 1 to 5, +, −, 0 and ?. */
  letters: boolean
}

const KEY = 'verso.table'
const OTHERWISE: TableSettings = { advance: true, letters: true }

const listeners = new Set<() => void>()
let settings: TableSettings | null = null

/** Anything unreadable is what everybody begins with. */
export function parseSettings(raw: string | null): TableSettings {
  try {
    const value: unknown = JSON.parse(raw ?? '')
    if (typeof value !== 'object' || value === null) return OTHERWISE
    const { advance, letters } = value as Record<string, unknown>
    return { advance: advance !== false, letters: letters !== false }
  } catch {
    return OTHERWISE
  }
}

function read(): TableSettings {
  if (settings) return settings
  try {
    settings = parseSettings(window.localStorage.getItem(KEY))
  } catch {
    settings = OTHERWISE
  }
  return settings
}

export function changeSettings(change: Partial<TableSettings>): void {
  settings = { ...read(), ...change }
  try {
    window.localStorage.setItem(KEY, JSON.stringify(settings))
  } catch {
    // Blocked or full: the choice holds as long as the page does.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useTableSettings(): TableSettings {
  return useSyncExternalStore(subscribe, read, () => OTHERWISE)
}
