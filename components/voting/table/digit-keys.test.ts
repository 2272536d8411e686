import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_DRAFT } from '#components/voting/ballot/draft.ts'
import { NO_PICKS, RATINGS } from '#components/voting/picks.ts'
import { digitKeys, pointsOfKey, pointsWords, pressedKey, withKey } from './digit-keys.ts'

const anyScale = fc.integer({ min: 2, max: 10 })

describe('keys on a scale of points', () => {
  it.each([
    [3, [1, 2, 3, null, null], 'Keys 1 to 3 give as many points.'],
    [5, [1, 2, 3, 4, 5], 'Keys 1 to 5 give as many points.'],
    [7, [1, 3, 4, 6, 7], 'Keys 1 to 5 give 1, 3, 4, 6 and 7 points.'],
    [10, [2, 4, 6, 8, 10], 'Keys 1 to 5 give 2, 4, 6, 8 and 10 points.'],
  ])('up to %i give %j, and it is said', (most, points, words) => {
    expect(RATINGS.map((key) => pointsOfKey(key, most))).toEqual(points)
    expect(pointsWords(most)).toBe(words)
  })

  it('never give more than a work may get, each more than the one before, and the last gives all', () => {
    fc.assert(
      fc.property(anyScale, (most) => {
        const given = RATINGS.map((key) => pointsOfKey(key, most)).filter((points) => points !== null)
        expect(new Set(given).size).toBe(given.length)
        expect(given.toSorted((a, b) => a - b)).toEqual(given)
        expect(given[0]).toBeGreaterThanOrEqual(1)
        expect(given.at(-1)).toBe(most)
      }),
    )
  })

  it('show the key that gave the points', () => {
    fc.assert(
      fc.property(anyScale, fc.constantFrom(...RATINGS), (maxScore, key) => {
        const after = withKey({ picks: NO_PICKS, draft: NO_DRAFT }, 7, key, maxScore)
        if (!after) return
        expect(pressedKey({ use: 'points', maxScore, place: 0 }, 7, after)).toBe(key)
      }),
    )
  })
})

describe('digitKeys', () => {
  it('turns off what lies beyond the scale, or beyond the last place', () => {
    const off = (shown: Parameters<typeof digitKeys>[0]) =>
      digitKeys(shown)
        .keys.filter(({ disabled }) => disabled)
        .map(({ key }) => key)
    expect(off({ use: 'points', maxScore: 3, count: 9 })).toEqual([4, 5])
    expect(off({ use: 'place', maxScore: null, count: 2 })).toEqual([3, 4, 5])
    expect(off({ use: 'rating', maxScore: null, count: 2 })).toEqual([])
  })
})
