import { expect, it } from 'vitest'
import { keepSitting, keptSitting } from './kept-sitting.ts'

const ROUND = '0x5a'
const HUNG = Array.from({ length: 60 }, (_, index) => 60 - index)

function memory(start = '') {
  const entries = new Map([[`verso.sitting.${ROUND}`, start]])
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  }
}

it('leads back into the same sitting, in its order', () => {
  const storage = memory()
  expect(keptSitting(() => storage, ROUND, HUNG)).toBeNull()
  keepSitting(() => storage, ROUND, [9, 60, 2])
  expect(keptSitting(() => storage, ROUND, HUNG)).toEqual([9, 60, 2])
  expect(keptSitting(() => storage, '0x5b', HUNG)).toBeNull()
})

it.each(['61', '1,1', '1,', 'one', HUNG.join(',')])('takes %j for none', (text) => {
  expect(keptSitting(() => memory(text), ROUND, HUNG)).toBeNull()
})

it('does without a storage that is blocked', () => {
  const blocked = () => {
    throw new Error('blocked')
  }
  expect(() => keepSitting(blocked, ROUND, [1])).not.toThrow()
  expect(keptSitting(blocked, ROUND, HUNG)).toBeNull()
})
