'use client'

import { useSyncExternalStore } from 'react'

const KEY = 'verso.borrowed'
/** `storage` tells other tabs only; this one tells the page itself. */
const CHANGED = 'verso-borrowed'

/** Whom this browser has borrowed: the role that the key is derived from, and what they are called. */
export type Borrowed = { role: string; name: string }

/** What a browser that keeps nothing knows until the page is left. */
let unkept: string | null = null

function keptText(): string | null {
  try {
    return window.localStorage.getItem(KEY) ?? unkept
  } catch {
    return unkept
  }
}

function parse(text: string | null): Borrowed | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('role' in kept) || !('name' in kept)) return null
    return { role: String(kept.role), name: String(kept.name) }
  } catch {
    return null
  }
}

/** Cheaper than whom: every page asks it. */
export const isBorrowing = (): boolean => keptText() !== null

export const readBorrowed = (): Borrowed | null => parse(keptText())

/** Null gives back. */
export function keepBorrowed(borrowed: Borrowed | null): void {
  const text = borrowed && JSON.stringify(borrowed)
  unkept = null
  try {
    if (text) window.localStorage.setItem(KEY, text)
    else window.localStorage.removeItem(KEY)
  } catch {
    unkept = text
  }
  window.dispatchEvent(new Event(CHANGED))
}

export function watchBorrowed(changed: () => void): () => void {
  const fromElsewhere = ({ key }: StorageEvent) => (key === KEY || key === null) && changed()
  window.addEventListener(CHANGED, changed)
  window.addEventListener('storage', fromElsewhere)
  return () => {
    window.removeEventListener(CHANGED, changed)
    window.removeEventListener('storage', fromElsewhere)
  }
}

/** Whom this browser has borrowed, as it changes. */
export function useBorrowed(): Borrowed | null {
  return parse(useSyncExternalStore(watchBorrowed, keptText, () => null))
}
