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

const ON = { letters: true, placing: false }
const OFF = { letters: false, placing: false }

describe('actOfKey', () => {
  it.each([
    ['p', { kind: 'mark', mark: 'pick' }],
    ['P', { kind: 'mark', mark: 'pick' }],
    ['x', { kind: 'mark', mark: 'pass' }],
    ['u', { kind: 'mark', mark: 'unset' }],
    ['4', { kind: 'digit', digit: 4 }],
    ['c', { kind: 'view', view: 'compare' }],
    ['N', { kind: 'view', view: 'survey' }],
    ['Escape', { kind: 'view', view: 'one' }],
    ['+', { kind: 'zoom-by', way: 'in' }],
    ['=', { kind: 'zoom-by', way: 'in' }],
    ['-', { kind: 'zoom-by', way: 'out' }],
    ['0', { kind: 'zoom-by', way: 'fit' }],
    ['s', { kind: 'swap' }],
    ['z', { kind: 'undo' }],
    ['?', { kind: 'keys' }],
    ['ArrowRight', { kind: 'by', steps: 1 }],
    ['End', { kind: 'last' }],
  ])('%s', (key, act) => {
    expect(actOfKey(press(key), ON)).toEqual(act)
  })

  it('makes again with shift and Z', () => {
    expect(actOfKey(press('Z', { shiftKey: true }), ON)).toEqual({ kind: 'redo' })
  })

  it.each(['6', 'q', 'Enter', ' ', 'Tab', 'constructor'])('leaves %s to the browser', (key) => {
    expect(actOfKey(press(key), ON)).toBeNull()
  })

  it.each(['ctrlKey', 'metaKey', 'altKey'])('leaves combinations with %s to the browser', (held) => {
    expect(actOfKey(press('z', { [held]: true }), ON)).toBeNull()
    expect(actOfKey(press('ArrowLeft', { [held]: true }), ON)).toBeNull()
  })

  it('moves a work with Alt and an arrow only where the order is the ballot’s', () => {
    const up = press('ArrowUp', { altKey: true })
    expect(actOfKey(up, { ...OFF, placing: true })).toEqual({ kind: 'shift', steps: -1 })
    expect(actOfKey(up, ON)).toBeNull()
    expect(actOfKey(press('p', { altKey: true }), { ...ON, placing: true })).toBeNull()
  })

  it.each(['p', 'X', 'u', '1', 'z', 'c', 'n', 's', '+', '-', '0', '?'])('can do without %s', (key) => {
    expect(actOfKey(press(key), OFF)).toBeNull()
  })

  it('keeps the arrows when keys of one character are off', () => {
    expect(actOfKey(press('ArrowLeft'), OFF)).toEqual({ kind: 'by', steps: -1 })
  })

  it('moves on while a key is held, but decides once', () => {
    expect(actOfKey(press('ArrowRight', { repeat: true }), ON)).not.toBeNull()
    expect(actOfKey(press('p', { repeat: true }), ON)).toBeNull()
  })
})
