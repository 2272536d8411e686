import { describe, expect, it } from 'vitest'
import { actOfKey } from './duel-keys.ts'

const NONE = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, repeat: false }
const act = (key: string, more: Partial<typeof NONE> = {}, letters = true) =>
  actOfKey({ key, ...NONE, ...more }, letters)

describe('the keys of a duel', () => {
  it.each([
    ['ArrowLeft', { kind: 'choose', side: 'left' }],
    ['ArrowRight', { kind: 'choose', side: 'right' }],
    ['=', { kind: 'tie' }],
    ['S', { kind: 'skip' }],
    ['z', { kind: 'undo' }],
    ['+', { kind: 'zoom', to: 'in' }],
    ['-', { kind: 'zoom', to: 'out' }],
    ['0', { kind: 'zoom', to: 'whole' }],
    ['?', { kind: 'keys' }],
    ['x', null],
  ])('%s', (key, meant) => {
    expect(act(key)).toEqual(meant)
  })

  it('moves what is enlarged with Shift', () => {
    expect(act('ArrowUp', { shiftKey: true })).toEqual({ kind: 'pan', to: 'up' })
    expect(act('ArrowLeft', { shiftKey: true })).toEqual({ kind: 'pan', to: 'left' })
  })

  it('turns off what is one character, and leaves the arrows', () => {
    for (const key of ['=', 's', 'z', '?', '+', '-', '0']) expect(act(key, {}, false)).toBeNull()
    expect(act('ArrowLeft', {}, false)).toEqual({ kind: 'choose', side: 'left' })
  })

  it('decides once while a key is held, and leaves the browser its own', () => {
    for (const key of ['ArrowLeft', '=', 's', 'z']) expect(act(key, { repeat: true })).toBeNull()
    expect(act('+', { repeat: true })).not.toBeNull()
    for (const key of ['ArrowLeft', 's', '+', '0']) {
      expect(act(key, { ctrlKey: true })).toBeNull()
      expect(act(key, { metaKey: true })).toBeNull()
      expect(act(key, { altKey: true })).toBeNull()
    }
  })
})
