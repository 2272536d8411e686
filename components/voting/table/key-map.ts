import { RATINGS } from '#components/voting/picks.ts'
import type { Act } from './judging.ts'
import type { LookAct } from './looking.ts'

export type KeyAct = Act | LookAct | { kind: 'keys' }

type Pressed = {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  repeat: boolean
}

const MOVES = new Map<string, KeyAct>(
  Object.entries({
    ArrowLeft: { kind: 'by', steps: -1 },
    ArrowRight: { kind: 'by', steps: 1 },
    ArrowUp: { kind: 'by', steps: -1 },
    ArrowDown: { kind: 'by', steps: 1 },
    Home: { kind: 'first' },
    End: { kind: 'last' },
    Escape: { kind: 'view', view: 'one' },
  }),
)

const SHIFTS = new Map<string, KeyAct>(
  Object.entries({
    ArrowLeft: { kind: 'shift', steps: -1 },
    ArrowRight: { kind: 'shift', steps: 1 },
    ArrowUp: { kind: 'shift', steps: -1 },
    ArrowDown: { kind: 'shift', steps: 1 },
  }),
)

const LETTERS = new Map<string, KeyAct>(
  Object.entries({
    p: { kind: 'mark', mark: 'pick' },
    x: { kind: 'mark', mark: 'pass' },
    u: { kind: 'mark', mark: 'unset' },
    z: { kind: 'undo' },
    c: { kind: 'view', view: 'compare' },
    n: { kind: 'view', view: 'survey' },
    s: { kind: 'swap' },
    '?': { kind: 'keys' },
  }),
)

/** These may be held down. */
const ZOOMS = new Map<string, KeyAct>(
  Object.entries({
    '+': { kind: 'zoom-by', way: 'in' },
    '=': { kind: 'zoom-by', way: 'in' },
    '-': { kind: 'zoom-by', way: 'out' },
    '0': { kind: 'zoom-by', way: 'fit' },
  }),
)

/** What is not the same everywhere on the table. */
export type KeyRules = {
  /** Keys of one character act (WCAG 2.1.4). */
  letters: boolean
  /** Alt and an arrow move a work in the ballot's order; elsewhere they are the browser's. */
  placing: boolean
}

/** What a key means on the table; null when it is none of ours. A key that is held down moves on, but decides once. */
export function actOfKey(pressed: Pressed, { letters, placing }: KeyRules): KeyAct | null {
  if (pressed.ctrlKey || pressed.metaKey) return null
  if (pressed.altKey) return placing ? (SHIFTS.get(pressed.key) ?? null) : null
  const move = MOVES.get(pressed.key)
  if (move) return move
  if (!letters) return null
  const zoom = ZOOMS.get(pressed.key)
  if (zoom) return zoom
  if (pressed.repeat) return null
  const key = pressed.key.toLowerCase()
  if (key === 'z' && pressed.shiftKey) return { kind: 'redo' }
  const digit = RATINGS.find((one) => String(one) === key)
  return digit ? { kind: 'digit', digit } : (LETTERS.get(key) ?? null)
}
