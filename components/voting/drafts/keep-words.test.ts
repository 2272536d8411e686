import { expect, it } from 'vitest'
import { keepWords, savedTime } from './keep-words.ts'
import type { KeepState } from './keeping.ts'

const NOON = Math.floor(new Date(2026, 10, 29, 12, 31).getTime() / 1000)
const place = { host: 'verso.example', savedAt: NOON, now: NOON + 60 }

it('says where a draft is kept, whatever the state', () => {
  expect(keepWords({ kind: 'saved' }, place)).toBe(
    'Kept on this device and, for you alone, at verso.example; last saved 12:31.',
  )
  const refused = { code: 'x', title: 'No.', next: 'Wait.' }
  const states: KeepState[] = [
    { kind: 'saving' },
    { kind: 'looking' },
    { kind: 'offline' },
    { kind: 'signed-out' },
    { kind: 'refused', refused },
    { kind: 'asks', conflicts: [] },
  ]
  for (const state of states) {
    const words = keepWords(state, place)
    expect(words).toMatch(/^Kept on this device/)
    expect(words).not.toContain('for you alone')
  }
  expect(keepWords({ kind: 'saved' }, { ...place, savedAt: null })).not.toContain('last saved')
})

it('tells the day of what was saved before today', () => {
  expect(savedTime(NOON, NOON + 86_399)).toBe('12:31')
  expect(savedTime(NOON, NOON + 86_400)).toMatch(/^29 November/)
})
