import { noisePlane, swirlPlane } from '#lib/generation/artist/noise.ts'
import type { Plane, Plate, Press } from '#lib/generation/artist/press.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { fillDisc, fillRectangle, type Point } from '#lib/generation/artist/raster.ts'
import { clamp, distance, magnitude, mix, smooth } from '#lib/generation/artist/scalar.ts'
import { strokePath } from '#lib/generation/artist/stroke.ts'

/** Distance of the neat line from the edge of the sheet, in points. */
export const BORDER = 84

/** Distances at which a line is engraved, and how far out to sea they go. */
export type Tides = { distances: Float32Array; reach: number; calm: number }

export type Waters = { press: Press; shore: Plane; soft: Plane }

export function planTides(random: Random, density: number, motion: number): Tides {
  const distances: number[] = []
  let step = random.between(4.8, 6.2) * (density > 0 ? 0.8 : density < 0 ? 1.6 : 1)
  const growth = random.between(1.035, 1.07)
  for (let at = 4.5; at < 700; at += step, step *= growth) distances.push(at)
  const reach = random.between(190, 380) * (density < 0 ? 0.7 : 1)
  return { distances: Float32Array.from(distances), reach, calm: motion > 0 ? 2.2 : motion < 0 ? 0.2 : 1 }
}

/** The sea's own distance: exact at the shore, smoothed and waved farther out. */
function tidalPlane({ press, shore, soft }: Waters, tides: Tides, seed: number): Plane {
  const wave = swirlPlane(press, seed ^ 41, 110, 2)
  const tidal = press.plane()
  for (let at = 0; at < press.size; at++) {
    const exact = shore[at] ?? 0
    if (exact <= 0) {
      tidal[at] = exact
      continue
    }
    const far = (soft[at] ?? 0) + (wave[at] ?? 0) * 10 * tides.calm * smooth(24, 200, exact)
    tidal[at] = mix(exact, far, smooth(2, 40, exact))
  }
  press.free(wave)
  return tidal
}

function nearestTide(distances: Float32Array, value: number): number {
  let low = 0
  let high = distances.length - 1
  while (low < high - 1) {
    const middle = (low + high) >> 1
    if ((distances[middle] ?? 0) <= value) low = middle
    else high = middle
  }
  return value - (distances[low] ?? 0) < (distances[high] ?? 0) - value ? low : high
}

/** Tide lines round every shore, finer and wider apart with distance; divided by the slope, so saddles do not blot. */
export function engraveTides(waters: Waters, tides: Tides, seed: number): Plate {
  const { press, shore } = waters
  const { distances, reach } = tides
  const tidal = tidalPlane(waters, tides, seed)
  const broken = noisePlane(press, seed ^ 31, 26, 26, 2)
  const plate = press.plate()
  const { width, scale, unit } = press
  for (let row = 1; row < press.height - 1; row++) {
    const y = row * unit
    if (y < BORDER || y >= press.high - BORDER) continue
    for (let column = 1; column < width - 1; column++) {
      const x = column * unit
      if (x < BORDER || x >= press.wide - BORDER) continue
      const at = row * width + column
      const value = tidal[at] ?? 0
      let cover = clamp((1.4 - magnitude(shore[at] ?? 0)) * scale + 0.5)
      if (value > 0) {
        const slopeX = ((tidal[at + 1] ?? 0) - (tidal[at - 1] ?? 0)) / 2
        const slopeY = ((tidal[at + width] ?? 0) - (tidal[at - width] ?? 0)) / 2
        const slope = distance(slopeX, slopeY) * scale
        const tide = nearestTide(distances, value)
        const weight = mix(2.6, 1.15, smooth(0, 0.4, tide / distances.length))
        const off = magnitude(value - (distances[tide] ?? 0)) / Math.max(slope, 0.3)
        const line = clamp((weight / 2 - off) * scale + 0.5) * smooth(0.12, 0.4, slope)
        const grain = broken[at] ?? 0
        const fade = smooth(0.1, 0.5, smooth(reach * 1.3, reach * 0.6, value + grain * 80))
        cover = Math.max(cover, line * fade * (0.78 + 0.22 * smooth(-0.6, 0.1, grain)))
      }
      plate[at] = Math.floor(cover * 255)
    }
  }
  press.free(tidal, broken)
  return plate
}

/** A flat tint over the land, stronger towards the shore. */
export function washLand({ press, shore }: Waters, land: Plate, seed: number): Plate {
  const wash = press.plate()
  const waver = swirlPlane(press, seed ^ 42, 110, 2)
  for (let at = 0; at < press.size; at++) {
    const y = Math.floor(at / press.width) * press.unit
    const x = (at % press.width) * press.unit
    if (x < BORDER || y < BORDER || x >= press.wide - BORDER || y >= press.high - BORDER) continue
    const edge = 0.22 * smooth(40, 0, -(shore[at] ?? 0))
    wash[at] = Math.floor((land[at] ?? 0) * (0.34 + edge + 0.08 * (waver[at] ?? 0)))
  }
  press.free(waver)
  return wash
}

/** Hachures down the slope of the land, thick near the shore, heavier on the side away from the light. */
export function hatchLand({ press, shore, soft }: Waters, random: Random, density: number): Plate {
  const plate = press.plate()
  const spacing = random.between(6, 8) * (density < 0 ? 1.5 : density > 0 ? 0.82 : 1)
  const { width, scale } = press
  for (let gy = BORDER + 4; gy < press.high - BORDER - 4; gy += spacing) {
    for (let gx = BORDER + 4; gx < press.wide - BORDER - 4; gx += spacing) {
      const x = gx + random.between(-2.5, 2.5)
      const y = gy + random.between(-2.5, 2.5)
      const at = Math.floor(y * scale) * width + Math.floor(x * scale)
      const inland = -(shore[at] ?? 0)
      if (inland < 7) continue
      const slopeX = (soft[at + 2] ?? 0) - (soft[at - 2] ?? 0)
      const slopeY = (soft[at + 2 * width] ?? 0) - (soft[at - 2 * width] ?? 0)
      const steep = distance(slopeX, slopeY) + 1e-6
      const shaded = slopeX + slopeY > 0 ? 0.12 : -0.2
      if (random.next() < smooth(80, 6, inland) * 0.95 + shaded) {
        const length = random.between(4, 10)
        const end: Point = [x + (slopeX / steep) * length, y + (slopeY / steep) * length]
        strokePath(press, plate, [[x, y], end], (t) => 1.7 * (1 - t) + 0.5, 240)
      } else if (random.chance(0.05)) fillDisc(press, plate, [x, y, 1.2], { value: 230 })
    }
  }
  return plate
}

/** Neat line, border and scale bars. */
export function ruleFrame(press: Press): Plate {
  const plate = press.plate()
  const { wide, high } = press
  for (const [inset, weight] of [
    [BORDER - 16, 1.2],
    [BORDER - 9, 2.8],
  ] as const) {
    const corners: Point[] = [
      [inset, inset],
      [wide - inset, inset],
      [wide - inset, high - inset],
      [inset, high - inset],
      [inset, inset],
    ]
    strokePath(press, plate, corners, weight)
  }
  const bars = (length: number) => Math.max(8, Math.floor(length / 54 / 2) * 2)
  const across = (wide - 2 * BORDER + 18) / bars(wide - 2 * BORDER)
  const down = (high - 2 * BORDER + 18) / bars(high - 2 * BORDER)
  for (let x = BORDER - 9; x < wide - BORDER; x += 2 * across) {
    for (const y of [BORDER - 14.5, high - BORDER + 10.5]) fillRectangle(press, plate, [x, y, across, 4])
  }
  for (let y = BORDER - 9; y < high - BORDER; y += 2 * down) {
    for (const x of [BORDER - 14.5, wide - BORDER + 10.5]) fillRectangle(press, plate, [x, y, 4, down])
  }
  return plate
}
