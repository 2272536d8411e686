import { expect, it } from 'vitest'
import { clockWords, durationWords } from './duration-words.ts'
import { dollars } from './money-words.ts'

it.each([
  [0, '$0.00'],
  [500, '$0.0005'],
  [3_000, '$0.003'],
  [39_400, '$0.0394'],
  [840_000, '$0.84'],
  [1_234_500_000, '$1,234.50'],
])('%d millionths are %s', (microUsd, words) => expect(dollars(microUsd)).toBe(words))

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000]
it.each([
  [0, '0.0 s'],
  [840, '0.8 s'],
  [9_949, '9.9 s'],
  [9_950, '10 s'],
  [119.4 * SECOND, '119 s'],
  [119.6 * SECOND, '2 min'],
  [119 * MINUTE, '119 min'],
  [2 * HOUR, '2 h'],
  [3 * HOUR + 20 * MINUTE, '3 h 20 min'],
  [48 * HOUR, '2 d'],
  [102 * HOUR, '4 d 6 h'],
])('%d ms are %s', (ms, words) => expect(durationWords(ms)).toBe(words))

it('a moment of a day stands to the second', () =>
  expect(clockWords(Date.UTC(2026, 10, 29, 9, 4, 7))).toBe('09:04:07'))
