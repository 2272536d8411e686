import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { besideRow, SURVEYED, surveyed, surveyRows } from './survey-rows.ts'

const anyRatios = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), {
  minLength: 1,
  maxLength: SURVEYED,
})
const anyRoom = fc.record({
  width: fc.integer({ min: 340, max: 1_900 }),
  height: fc.integer({ min: 380, max: 1_100 }),
  gap: fc.constant(16),
  label: fc.constant(28),
})

describe('surveyRows', () => {
  it('shows every work once, in order, all of them in sight', () => {
    fc.assert(
      fc.property(anyRatios, anyRoom, (ratios, room) => {
        const rows = surveyRows(ratios, room)
        expect(rows.flatMap(({ start, end }) => ratios.slice(start, end))).toEqual(ratios)
        const high =
          rows.reduce((sum, row) => sum + row.height + room.label, 0) + room.gap * (rows.length - 1)
        expect(high).toBeLessThanOrEqual(room.height)
        for (const { start, end, height } of rows) {
          const wide = ratios.slice(start, end).reduce((sum, ratio) => sum + ratio * height, 0)
          expect(wide + room.gap * (end - start - 1)).toBeLessThanOrEqual(room.width + 1)
        }
      }),
    )
  })

  it('gives one work all the height there is', () => {
    expect(surveyRows([1], { width: 900, height: 600, gap: 16, label: 28 })[0]?.height).toBeGreaterThan(560)
  })
})

describe('besideRow', () => {
  const rows = [
    { start: 0, end: 3, height: 100 },
    { start: 3, end: 5, height: 100 },
  ]
  const ratios = [1, 1, 1, 2, 1]
  const from = (at: number, steps: number) => besideRow(rows, ratios, { at, steps, gap: 10 })
  it.each([
    [0, 1, 3],
    [2, 1, 4],
    [4, -1, 2],
    [3, -1, 0],
    [1, -1, null],
    [3, 1, null],
  ])('from %i, %i rows on, is %s', (at, steps, found) => {
    expect(from(at, steps)).toBe(found)
  })
})

describe('surveyed', () => {
  it('takes a dozen together, and what is left at the end', () => {
    expect(surveyed(30, 0)).toEqual({ from: 0, to: 12 })
    expect(surveyed(30, 12)).toEqual({ from: 12, to: 24 })
    expect(surveyed(30, 29)).toEqual({ from: 24, to: 30 })
  })
})
