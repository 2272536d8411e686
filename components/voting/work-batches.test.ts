import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchesAround, batchesOf, numbersOf } from './work-batches.ts'

const order = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 300 })

describe('batches of an order', () => {
  it('hold what is asked for, each work once', () => {
    fc.assert(
      fc.property(order, fc.integer({ min: -50, max: 350 }), fc.nat({ max: 200 }), (works, from, many) => {
        const got = batchesOf(works, { from, to: from + many }).flatMap(numbersOf)
        expect(new Set(got).size).toBe(got.length)
        for (const number of works.slice(Math.max(0, from), Math.max(0, from + many)))
          expect(got).toContain(number)
      }),
    )
  })

  it('stay the same while one goes on inside them', () => {
    const works = Array.from({ length: 350 }, (_, index) => 350 - index)
    expect(batchesAround(works, 25)).toEqual(batchesAround(works, 39))
    expect(batchesAround(works, 0)).toHaveLength(1)
    expect(batchesAround([9999, 4], 0)).toEqual(['9999,4'])
    // At no place is a work missing that a key could reach.
    for (let place = 0; place < 350; place += 1) {
      const near = batchesAround(works, place).flatMap(numbersOf)
      for (const step of [-1, 0, 1, 2, 3]) {
        const number = works[place + step]
        if (number !== undefined) expect(near).toContain(number)
      }
    }
  })
})
