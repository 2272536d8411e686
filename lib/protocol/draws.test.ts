import { expect, it } from 'vitest'
import { sha256, utf8 } from './bytes.ts'
import { Draws } from './draws.ts'

it('draws each number as often as another, also where the words do not divide', () => {
  const bound = 3 * 2 ** 30
  const draws = new Draws(sha256(utf8('seed')), 0)
  const thirds = [0, 0, 0]
  for (let index = 0; index < 6000; index += 1) {
    const third = Math.floor(draws.below(bound) / 2 ** 30)
    thirds[third] = (thirds[third] ?? 0) + 1
  }
  // 2,000 of each on average, five standard deviations are 183; a remainder would give the first one 3,000.
  for (const count of thirds) expect(Math.abs(count - 2000)).toBeLessThan(190)
})

it('draws other numbers for another lap and another seed', () => {
  const some = (seed: string, lap: number) => {
    const draws = new Draws(sha256(utf8(seed)), lap)
    return Array.from({ length: 20 }, () => draws.below(1000)).join()
  }
  expect(new Set([some('a', 0), some('a', 1), some('b', 0)]).size).toBe(3)
  expect(some('a', 1)).toBe(some('a', 1))
})
