import { expect, it } from 'vitest'
import { tallyOf, tallySentence } from './progress-words.ts'

it.each([
  [{ hung: 6, turnedAway: 3, toCome: 3 }, 'Six hung, three turned away, three to come.'],
  [{ hung: 0, turnedAway: 0, toCome: 3 }, 'Three to come.'],
  [{ hung: 0, turnedAway: 1, toCome: 2 }, 'One turned away, two to come.'],
  [{ hung: 8, turnedAway: 0, toCome: 0 }, 'Eight hung.'],
  [{ hung: 0, turnedAway: 2, toCome: 0 }, 'None hung, two turned away.'],
  [{ hung: 40, turnedAway: 0, toCome: 10 }, '40 hung, ten to come.'],
])('%j is “%s”', (tally, sentence) => expect(tallySentence(tally)).toBe(sentence))

it('counts what failed with what was turned away', () => {
  const states = ['queued', 'rendering', 'passed', 'turned-away', 'failed'] as const
  expect(tallyOf(states.map((state) => ({ state })))).toEqual({ hung: 1, turnedAway: 2, toCome: 2 })
})
