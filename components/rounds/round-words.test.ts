import { expect, test } from 'vitest'
import { stateWords } from './round-words.ts'

test.each([
  ['submissions', false, 'Taking briefs'],
  ['submissions', true, 'Briefs are in'],
  ['voting', true, 'Open for votes'],
] as const)('a round in %s, its last brief in: %s', (state, admissionEnded, words) => {
  expect(stateWords({ state, admissionEnded })).toBe(words)
})
