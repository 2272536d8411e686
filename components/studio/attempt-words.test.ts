import { expect, it } from 'vitest'
import { attemptName, attemptWords } from './attempt-words.ts'

const START = 1_000_000
const ended = { startedAtMs: START, endedAtMs: START + 2_400, accepted: null }

it.each([
  [{ outcome: null, endedAtMs: null }, 'waiting', 'under way for 12 s'],
  [{ outcome: 'succeeded' }, 'waiting', 'made, with the gates, after 2.4 s'],
  [{ outcome: 'succeeded', accepted: true }, 'candidate', 'hung, after 2.4 s'],
  [{ outcome: 'succeeded', accepted: false }, 'refused', 'turned away by the gates, after 2.4 s'],
  [{ outcome: 'capacity' }, 'refused', 'no room there, after 2.4 s'],
  [{ outcome: 'cancelled' }, 'refused', 'called off'],
  [{ outcome: 'something-new' }, 'refused', 'something-new, after 2.4 s'],
])('%j: %s, %s', (change, dot, words) =>
  expect(attemptWords({ ...ended, ...change }, START + 12_000)).toEqual({ dot, words }),
)

it.each(
  'rate-limited capacity auth invalid-input moderated transient unknown-outcome expired budget-exceeded artifact-invalid'.split(
    ' ',
  ),
)('has words for what failed by %s', (outcome) => {
  expect(attemptWords({ ...ended, outcome }, START).words).not.toContain(outcome)
})

it.each([
  [{ position: 3, try: 0, attempt: 1 }, 'Picture 3'],
  [{ position: 3, try: 1, attempt: 1 }, 'Picture 3, second try'],
  [{ position: 3, try: 2, attempt: 2 }, 'Picture 3, try 3, asked for the 2nd time'],
])('%j is called %s', (attempt, name) => expect(attemptName(attempt)).toBe(name))
