import { describe, expect, it } from 'vitest'
import { actOfKey } from './key-map.ts'

const press = (key: string, more: Partial<Parameters<typeof actOfKey>[0]> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
})

describe('actOfKey', () => {
  it.each([
    ['p', { kind: 'mark', mark: 'pick' }],
    ['P', { kind: 'mark', mark: 'pick' }],
    ['x', { kind: 'mark', mark: 'pass' }],
    ['u', { kind: 'mark', mark: 'unset' }],
    ['4', { kind: 'rate', rating: 4 }],
    ['z', { kind: 'undo' }],
    ['?', { kind: 'keys' }],
    ['ArrowRight', { kind: 'by', steps: 1 }],
    ['End', { kind: 'last' }],
  ])('%s', (key, act) => {
    expect(actOfKey(press(key), true)).toEqual(act)
  })

  it('makes again with shift and Z', () => {
    expect(actOfKey(press('Z', { shiftKey: true }), true)).toEqual({ kind: 'redo' })
  })

  it.each(['6', '0', 'q', 'Enter', ' ', 'Tab', 'Escape', 'constructor'])(
    'leaves %s to the browser',
    (key) => {
      expect(actOfKey(press(key), true)).toBeNull()
    },
  )

  it.each(['ctrlKey', 'metaKey', 'altKey'])('leaves combinations with %s to the browser', (held) => {
    expect(actOfKey(press('z', { [held]: true }), true)).toBeNull()
    expect(actOfKey(press('ArrowLeft', { [held]: true }), true)).toBeNull()
  })

  it.each(['p', 'X', 'u', '1', 'z', '?'])('can do without %s', (key) => {
    expect(actOfKey(press(key), false)).toBeNull()
  })

  it('keeps the arrows when keys of one character are off', () => {
    expect(actOfKey(press('ArrowLeft'), false)).toEqual({ kind: 'by', steps: -1 })
  })

  it('moves on while a key is held, but decides once', () => {
    expect(actOfKey(press('ArrowRight', { repeat: true }), true)).not.toBeNull()
    expect(actOfKey(press('p', { repeat: true }), true)).toBeNull()
  })
})
