import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { labelPlaces } from './label-places.ts'

it('leaves labels where they are while they do not meet', () => {
  expect(labelPlaces([5, 30, 60], { room: 14, end: 100 })).toEqual([5, 30, 60])
})

it('moves those that would meet, and keeps the last inside', () => {
  expect(labelPlaces([5, 6, 98], { room: 14, end: 90 })).toEqual([5, 19, 90])
})

test('keeps every label apart from the next', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { maxLength: 20 }), (numbers) => {
      const places = labelPlaces(
        numbers.toSorted((a, b) => a - b),
        { room: 14, end: 400 },
      )
      places.slice(1).forEach((at, index) => {
        expect(at - (places[index] ?? 0)).toBeGreaterThanOrEqual(14)
      })
    }),
  )
})
