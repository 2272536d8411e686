import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWhole, movedBy, panTo, type View, WHOLE, zoomBy, zoomIn, zoomOut } from './zoom.ts'

const part = fc.double({ min: -0.5, max: 0.5, noNaN: true })
const point = fc.record({ x: part, y: part })
const views = fc
  .record({ factor: fc.double({ min: 1, max: 8, noNaN: true }), at: point })
  .map(({ factor, at }): View => zoomBy(WHOLE, factor, at))

it('shows no gap beside a work, and no work smaller than whole', () => {
  fc.assert(
    fc.property(views, point, fc.double({ min: 0.05, max: 20, noNaN: true }), (view, by, factor) => {
      for (const { scale, x, y } of [movedBy(view, by), zoomBy(view, factor, by)]) {
        expect(scale).toBeGreaterThanOrEqual(1)
        expect(scale).toBeLessThanOrEqual(8)
        expect(Math.abs(x)).toBeLessThanOrEqual((scale - 1) / 2 + 1e-9)
        expect(Math.abs(y)).toBeLessThanOrEqual((scale - 1) / 2 + 1e-9)
      }
    }),
  )
})

it('keeps what lies under the pointer there', () => {
  fc.assert(
    fc.property(point, fc.double({ min: 1, max: 8, noNaN: true }), (at, factor) => {
      const { scale, x, y } = zoomBy(WHOLE, factor, at)
      // The part of the work that was at `at` is at x + scale × at.
      expect(x + scale * at.x).toBeCloseTo(at.x)
      expect(y + scale * at.y).toBeCloseTo(at.y)
    }),
  )
})

it('goes in and out by steps, and out again to the whole', () => {
  const near = zoomIn(zoomIn(WHOLE))
  expect(near.scale).toBeCloseTo(2.25)
  expect(isWhole(near)).toBe(false)
  expect(zoomOut(zoomOut(near))).toEqual(WHOLE)
  expect(zoomOut(WHOLE)).toEqual(WHOLE)
})

it('looks to the side that was asked for', () => {
  const near = zoomBy(WHOLE, 4)
  // The right part comes into view when the picture goes left.
  expect(panTo(near, 'right').x).toBeLessThan(0)
  expect(panTo(near, 'left').x).toBeGreaterThan(0)
  expect(panTo(near, 'down').y).toBeLessThan(0)
  expect(panTo(WHOLE, 'up')).toEqual(WHOLE)
})
