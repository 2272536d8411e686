import { expect, test } from 'vitest'
import { NOW, sampleRound } from '#components/workshop/sample/round.ts'
import { frozenRound } from '#components/workshop/wall/sample.tsx'
import type { RoundState } from '#lib/rounds/schema.ts'
import { nextMoment, stateWords } from './round-words.ts'

test.each([
  ['submissions', false, 'Taking briefs'],
  ['submissions', true, 'Briefs are in'],
  ['voting', true, 'Open for votes'],
] as const)('a round in %s, its last brief in: %s', (state, admissionEnded, words) => {
  expect(stateWords(sampleRound(state, { admissionEnded }))).toBe(words)
})

const FINAL = { finalAt: NOW + 3600 }

const frozen = (state: RoundState) => frozenRound(state, 'dropped', FINAL)

test.each([
  ['voting', 'Open for votes'],
  ['counting', 'Stopped by a proof'],
  ['challenge', 'Stopped by a proof'],
] as const)('a round that a proof has frozen in %s: %s', (state, words) => {
  expect(stateWords(frozen(state))).toBe(words)
  expect(stateWords({ state, isFrozen: true })).toBe(words)
})

test('while a round stands still no time to challenge it runs out', () => {
  expect(nextMoment(sampleRound('challenge', FINAL), NOW)).not.toBeNull()
  expect(nextMoment(frozen('challenge'), NOW)).toBeNull()
  expect(nextMoment(frozen('voting'), NOW)).toEqual(nextMoment(sampleRound('voting'), NOW))
})
