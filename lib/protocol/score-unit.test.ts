import { expect, it } from 'vitest'
import type { MethodId } from './rules.ts'
import { formatScore } from './score-unit.ts'

it.each<[MethodId, number, string, string]>([
  ['single', 1, '1', '1 vote'],
  ['approval', 3, '1240', '1,240 votes'],
  ['weighted', 3, '1240', '12.4 votes'],
  ['weighted', 3, '100', '1 vote'],
  ['weighted', 3, '5', '0.05 votes'],
  ['quadratic', 3, '37', '37 votes'],
  ['score', 3, '1', '1 point'],
  ['score', 3, '0', '0 points'],
  ['ranked', 1, '120', '120 votes'],
  ['ranked', 2, '40333333333', '40.333 votes'],
  ['ranked', 2, '1', '0.000000001 votes'],
  ['pairwise', 3, '1250000', '1.25 of strength'],
])('tells a score of %s for %i places: %s is %s', (method, places, score, words) => {
  expect(formatScore({ method, places }, score)).toBe(words)
})

it('keeps amounts beyond 2^53 exact', () => {
  const rules = { method: 'weighted', places: 1 } as const
  expect(formatScore(rules, '9007199254740993001')).toBe('90,071,992,547,409,930.01 votes')
})
