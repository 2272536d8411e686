import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pinchedZoom } from './follow-pinch.ts'

const BOX = { left: 100, top: 50, width: 400, height: 300 }
const spots = fc.record({ x: fc.integer({ min: 120, max: 480 }), y: fc.integer({ min: 60, max: 340 }) })

it('leaves what was under the fingers under them, as far as the picture covers its place', () => {
  fc.assert(
    fc.property(
      spots,
      fc.integer({ min: 10, max: 60 }),
      fc.double({ min: 1.2, max: 7, noNaN: true }),
      (at, half, by) => {
        const pair = (reach: number) =>
          [
            { x: at.x - reach, y: at.y },
            { x: at.x + reach, y: at.y },
          ] as const
        const { scale, x, y } = pinchedZoom(pair(half), pair(half * by), BOX)
        expect(scale).toBeCloseTo(by, 6)
        const point = { x: (at.x - BOX.left) / BOX.width - 0.5, y: (at.y - BOX.top) / BOX.height - 0.5 }
        expect(x + scale * point.x).toBeCloseTo(point.x, 6)
        expect(y + scale * point.y).toBeCloseTo(point.y, 6)
      },
    ),
  )
})

it('moves the picture with the fingers, and is whole again when they meet', () => {
  const from = [
    { x: 280, y: 200 },
    { x: 320, y: 200 },
  ] as const
  const moved = [
    { x: 240, y: 230 },
    { x: 400, y: 230 },
  ] as const
  expect(pinchedZoom(from, moved, BOX)).toEqual({ scale: 4, x: 0.05, y: 0.1 })
  expect(pinchedZoom(from, from, BOX)).toEqual({ scale: 1, x: 0, y: 0 })
})
