import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALIKE_DISTANCE, COPY_DISTANCE, NEAR_BITS, nearHashOf, type Raster } from './near-hash.ts'

type Colour = readonly [number, number, number, number?]

/** A picture by what colour each place has, from 0 to 1 across and down. */
function rasterOf(width: number, height: number, colour: (x: number, y: number) => Colour): Raster {
  const rgba = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [red, green, blue, alpha = 255] = colour((x + 0.5) / width, (y + 0.5) / height)
      rgba.set([red, green, blue, alpha], (y * width + x) * 4)
    }
  return { width, height, rgba }
}

/** Some discs with hard edges on a ground that grows lighter, by their places. */
const discs =
  (places: readonly (readonly [number, number])[]) =>
  (x: number, y: number): Colour => {
    const at = places.findIndex(([u, v]) => (x - u) ** 2 + (y - v) ** 2 < 0.02)
    const value = at < 0 ? Math.round(40 + 60 * x * y) : 140 + ((at * 37) % 110)
    return [value, value, value]
  }

const TIDE = discs([
  [0.2, 0.3],
  [0.7, 0.25],
  [0.55, 0.8],
  [0.15, 0.7],
])
const REED = discs([
  [0.5, 0.5],
  [0.85, 0.6],
  [0.3, 0.15],
])

function distance(a: Raster, b: Raster): number {
  const [one, other] = [a, b].map((raster) => BigInt(`0x${nearHashOf(raster)}`))
  let count = 0
  for (let bits = (one ?? 0n) ^ (other ?? 0n); bits > 0n; bits &= bits - 1n) count += 1
  return count
}

describe('nearHashOf', () => {
  const tide = rasterOf(256, 192, TIDE)

  it('is the same number wherever it is computed', () => {
    expect(nearHashOf(tide)).toBe('ed6e3fd8d2a15f379298c325201c3a4e9367c0d627bb2d8b6c603ed9c7262d84')
    expect(nearHashOf({ ...tide, rgba: new Uint8ClampedArray(tide.rgba) })).toBe(nearHashOf(tide))
  })

  it.each([
    ['a quarter', 64, 48],
    ['twice', 512, 384],
    ['an odd number of pixels', 173, 131],
    ['stretched', 300, 192],
  ])('stays with a picture of another size: %s', (_, width, height) => {
    expect(distance(tide, rasterOf(width, height, TIDE))).toBeLessThanOrEqual(COPY_DISTANCE)
  })

  it('is like one of fewer pixels than it has cells', () => {
    expect(distance(tide, rasterOf(40, 30, TIDE))).toBeLessThanOrEqual(ALIKE_DISTANCE)
  })

  it('stays with one that is darker, and with its grey', () => {
    const dark = rasterOf(256, 192, (x, y) => {
      const [value] = TIDE(x, y)
      return [value * 0.6, value * 0.6, value * 0.6]
    })
    expect(distance(tide, dark)).toBeLessThanOrEqual(COPY_DISTANCE)
    const blue = rasterOf(256, 192, (x, y) => [0, 0, TIDE(x, y)[0]])
    const grey = rasterOf(256, 192, (x, y) => Array(3).fill(Math.round(0.114 * TIDE(x, y)[0])) as never)
    expect(distance(blue, grey)).toBeLessThanOrEqual(ALIKE_DISTANCE)
  })

  it('parts from another picture, and from itself turned over', () => {
    expect(distance(tide, rasterOf(256, 192, REED))).toBeGreaterThan(ALIKE_DISTANCE)
    expect(
      distance(
        tide,
        rasterOf(256, 192, (x, y) => TIDE(1 - x, y)),
      ),
    ).toBeGreaterThan(ALIKE_DISTANCE)
  })

  it('sees what is transparent as white', () => {
    const clear = rasterOf(256, 192, (x, y) => (x + y > 1.2 ? [0, 0, 0, 0] : TIDE(x, y)))
    const white = rasterOf(256, 192, (x, y) => (x + y > 1.2 ? [255, 255, 255] : TIDE(x, y)))
    expect(nearHashOf(clear)).toBe(nearHashOf(white))
  })

  it('says nothing of a picture with too little in it', () => {
    expect(nearHashOf(rasterOf(99, 99, () => [120, 130, 140]))).toBeNull()
    expect(nearHashOf(rasterOf(64, 300, (_, y) => [y * 255, y * 255, y * 255]))).toBeNull()
    const grain = rasterOf(
      256,
      256,
      (x, y) => Array(3).fill(128 + ((x * 977 + y * 631) % 1 > 0.5 ? 1 : 0)) as never,
    )
    expect(nearHashOf(grain)).toBeNull()
  })

  it('takes any size of picture, and sets half of the bits', () => {
    const sizes = fc.integer({ min: 1, max: 150 })
    const places = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        minLength: 2,
        maxLength: 6,
      },
    )
    fc.assert(
      fc.property(sizes, sizes, places, (width, height, at) => {
        const hash = nearHashOf(rasterOf(width, height, discs(at)))
        if (hash === null) return
        expect(hash).toMatch(/^[0-9a-f]{64}$/)
        const ones = [...hash].flatMap((digit) => [...Number.parseInt(digit, 16).toString(2)].map(Number))
        expect(ones.filter(Boolean).length).toBeLessThanOrEqual(NEAR_BITS / 2)
      }),
      { numRuns: 60 },
    )
  })
})
