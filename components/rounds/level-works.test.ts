import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, cutOf } from './level-works.ts'
import { sampleResult } from './sample-result.ts'

const ballots = fc.array(
  fc.tuple(
    fc.bigInt(1n, 3n),
    fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 1 }).map((numbers) => `#${numbers.join('>#')}`),
  ),
  { minLength: 1, maxLength: 10 },
)

test('never says that the better of two works had less, whatever the ranked ballots', () => {
  fc.assert(
    fc.property(ballots, fc.integer({ min: 1, max: 3 }), (votes, places) => {
      const { result } = sampleResult({ method: 'ranked', works: 6, places }, votes)
      const placed = result.ranking.filter(({ place }) => place !== null)
      placed.slice(0, -1).forEach((better, index) => {
        const other = placed[index + 1]
        if (!other) return
        const { better: had, other: against, by } = compare(result, better, other)
        expect(BigInt(had) >= BigInt(against)).toBe(true)
        expect(by === null).toBe(had !== against)
        if (by?.kind === 'count-back') expect(BigInt(by.better) > BigInt(by.other)).toBe(true)
        if (by?.kind === 'supporters') expect(by.better).toBeGreaterThan(by.other)
      })
    }),
  )
})

test('of winners that are level at the cut, the one that stands lower is the last', () => {
  const { result } = sampleResult({ method: 'ranked', works: 4, places: 2 }, [
    [3n, '#1'],
    [3n, '#2'],
    [3n, '#3'],
    [2n, '#4'],
  ])
  const cut = cutOf(result)
  expect(result.margin).toBe('0')
  expect([cut?.last, cut?.outside]).toEqual(result.ranking.slice(1, 3))
})
