import type { Side } from './sides.ts'

export type PanSide = 'left' | 'right' | 'up' | 'down'

/** What one can do in a duel. */
export type DuelAct =
  | { kind: 'choose'; side: Side }
  | { kind: 'tie' }
  | { kind: 'skip' }
  | { kind: 'undo' }
  | { kind: 'zoom'; to: 'in' | 'out' | 'whole' }
  | { kind: 'pan'; to: PanSide }
  | { kind: 'keys' }

type Pressed = {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  repeat: boolean
}

const PANS = new Map<string, PanSide>([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
])

const ARROWS = new Map<string, Side>([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
])

const CHARACTERS = new Map<string, DuelAct>([
  ['=', { kind: 'tie' }],
  ['s', { kind: 'skip' }],
  ['z', { kind: 'undo' }],
  ['?', { kind: 'keys' }],
])

const ZOOMS = new Map<string, DuelAct>([
  ['+', { kind: 'zoom', to: 'in' }],
  ['-', { kind: 'zoom', to: 'out' }],
  ['0', { kind: 'zoom', to: 'whole' }],
])

/**
 * What a key means in a duel; null when it is none of ours. Keys of one character can be turned off (WCAG 2.1.4). A
 * key that is held down zooms and moves on, but decides once.
 */
export function actOfKey(pressed: Pressed, letters: boolean): DuelAct | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  const pan = PANS.get(pressed.key)
  if (pan && pressed.shiftKey) return { kind: 'pan', to: pan }
  const side = ARROWS.get(pressed.key)
  if (side) return pressed.repeat ? null : { kind: 'choose', side }
  if (!letters) return null
  const zoom = ZOOMS.get(pressed.key)
  if (zoom) return zoom
  return pressed.repeat ? null : (CHARACTERS.get(pressed.key.toLowerCase()) ?? null)
}
