import { RATINGS } from '#components/voting/picks.ts'
import type { Act } from './judging.ts'

export type KeyAct = Act | { kind: 'keys' }

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
  }),
)

const LETTERS = new Map<string, KeyAct>(
  Object.entries({
    p: { kind: 'mark', mark: 'pick' },
    x: { kind: 'mark', mark: 'pass' },
    u: { kind: 'mark', mark: 'unset' },
    z: { kind: 'undo' },
    '?': { kind: 'keys' },
  }),
)

/**
 * What a key means on the table; null when it is none of ours. Keys of one character can be turned off
 * (WCAG 2.1.4). A key that is held down moves on, but decides once.
 */
export function actOfKey(pressed: Pressed, letters: boolean): KeyAct | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  const move = MOVES.get(pressed.key)
  if (move) return move
  if (!letters || pressed.repeat) return null
  const key = pressed.key.toLowerCase()
  if (key === 'z' && pressed.shiftKey) return { kind: 'redo' }
  const rating = RATINGS.find((one) => String(one) === key)
  return rating ? { kind: 'rate', rating } : (LETTERS.get(key) ?? null)
}
