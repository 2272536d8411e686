import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leastSeen, lookBins, medianLooks } from './look-bins.ts'

const looks = fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 200 })

it('puts every work into the one step that holds it', () => {
  fc.assert(
    fc.property(looks, (impressions) => {
      const bins = lookBins(impressions)
      expect(bins.length).toBeLessThanOrEqual(24)
      for (const { from, to, works } of bins)
        expect(impressions.filter((seen) => seen >= from && seen <= to)).toHaveLength(works)
      expect(bins.reduce((sum, { works }) => sum + works, 0)).toBe(impressions.length)
    }),
  )
  expect(lookBins([])).toEqual([])
})

it('finds the middle and the least seen', () => {
  expect(medianLooks([9, 1, 5])).toBe(5)
  expect(medianLooks([9, 1, 5, 3])).toBe(3)
  expect(medianLooks([])).toBe(0)
  expect(leastSeen([4, 0, 9, 0], 3)).toEqual([2, 4, 1])
})
