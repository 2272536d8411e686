import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stretcherOf } from './stretcher.ts'

it('draws the canvas of the comp: 629 by 744, bars of 48, cross bar at half height', () => {
  const { width, height, bar, bars } = stretcherOf(840, 993)
  expect([width, height, bar]).toEqual([629, 744, 48])
  expect(bars).toContain('M48 352H581V392H48z')
})

it('lays the cross bar over the shorter way of a landscape', () => {
  expect(stretcherOf(1200, 800).bars).toContain('M352 48H392V448H352z')
})

it('keeps the format and leaves cloth between the bars, whatever the picture', () => {
  const side = fc.integer({ min: 64, max: 8192 })
  fc.assert(
    fc.property(side, side, (w, h) => {
      fc.pre(Math.max(w / h, h / w) < 40)
      const { width, height, bar } = stretcherOf(w, h)
      expect(Math.max(width, height)).toBe(744)
      expect(Math.min(width, height) - 2 * bar).toBeGreaterThan(0)
      expect(Math.abs(width / height - w / h) / (w / h)).toBeLessThan(0.03)
    }),
  )
})
