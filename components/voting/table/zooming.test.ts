import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIT, NEAREST, pannedBy, type Zoom, zoomedBy } from './zooming.ts'

const part = fc.double({ min: -0.5, max: 0.5, noNaN: true })
const anyPoint = fc.record({ x: part, y: part })
const anyZoom: fc.Arbitrary<Zoom> = fc
  .record({ factor: fc.double({ min: 1, max: NEAREST, noNaN: true }), at: anyPoint })
  .map(({ factor, at }) => zoomedBy(FIT, factor, at))

/** The point of the picture that is seen at a point of the place where it fits. */
const seenAt = ({ scale, x, y }: Zoom, at: { x: number; y: number }) => ({
  x: (at.x - x) / scale,
  y: (at.y - y) / scale,
})

const within = ({ scale, x, y }: Zoom) => Math.max(Math.abs(x), Math.abs(y)) <= (scale - 1) / 2 + 1e-9

describe('zoomedBy', () => {
  it('keeps what is under the point under it while one goes nearer', () => {
    fc.assert(
      fc.property(anyZoom, anyPoint, fc.double({ min: 1, max: 3, noNaN: true }), (zoom, at, factor) => {
        const [before, after] = [seenAt(zoom, at), seenAt(zoomedBy(zoom, factor, at), at)]
        expect(after.x).toBeCloseTo(before.x, 6)
        expect(after.y).toBeCloseTo(before.y, 6)
      }),
    )
  })

  it('never shows ground inside the place of the picture, and is never too near', () => {
    const anyFactor = fc.double({ min: 0.05, max: 20, noNaN: true })
    fc.assert(
      fc.property(anyZoom, anyPoint, anyFactor, (zoom, at, factor) => {
        const after = zoomedBy(zoom, factor, at)
        expect(within(after)).toBe(true)
        expect(after.scale).toBeGreaterThanOrEqual(1)
        expect(after.scale).toBeLessThanOrEqual(NEAREST)
      }),
    )
  })

  it('comes back to the whole picture in its place', () => {
    fc.assert(
      fc.property(anyZoom, anyPoint, (zoom, at) => {
        expect(zoomedBy(zoom, 0.01, at)).toEqual(FIT)
      }),
    )
  })
})

describe('pannedBy', () => {
  it('moves as far as there is picture, and not at all where it fits', () => {
    expect(pannedBy({ scale: 3, x: 0, y: 0 }, 0.4, -5)).toEqual({ scale: 3, x: 0.4, y: -1 })
    expect(pannedBy(FIT, 0.4, 0.4)).toMatchObject(FIT)
  })
})
