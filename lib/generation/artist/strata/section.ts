import { linearOf } from '#lib/generation/artist/colour.ts'
import { print } from '#lib/generation/artist/ink.ts'
import type { Plate, Press } from '#lib/generation/artist/press.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import type { Point } from '#lib/generation/artist/raster.ts'
import { clamp, magnitude } from '#lib/generation/artist/scalar.ts'
import type { Sheet } from '#lib/generation/artist/sheet.ts'
import { strokePath } from '#lib/generation/artist/stroke.ts'
import { sine } from '#lib/generation/artist/trigonometry.ts'
import { type Bed, type Ground, surfaceAt, unconformityAt, unfold } from './ground.ts'

/** Which bed each pixel lies in (order + 1; 0 is air) and the lines engraved over it. */
export type Section = { owner: Plate; lines: Plate }

const CORE_GAP = 0.17

export function isOutside({ cores, margin, wide, bottom }: Ground, x: number, y: number): boolean {
  if (x < margin || x >= wide - margin || y > bottom) return true
  if (!cores) return false
  const place = ((x - margin) / (wide - 2 * margin)) * cores
  const within = place - Math.floor(place)
  return within < CORE_GAP || within > 1 - CORE_GAP
}

function bedAt(beds: readonly Bed[], depth: number): number {
  let low = 0
  let high = beds.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((beds[middle]?.roof ?? 0) <= depth) low = middle + 1
    else high = middle
  }
  return low
}

type Lie = { order: number; fromFloor: number; fromRoof: number }

function lieAt(ground: Ground, depth: number, x: number, y: number, surface: number): Lie {
  const shelf = ground.unconformity ? unconformityAt(ground, x) : 0
  if (y < shelf) return { order: 2, fromFloor: y - surface, fromRoof: shelf - y }
  const folded = depth - Math.floor(depth / ground.thickness) * ground.thickness
  const order = bedAt(ground.beds, folded)
  const bed = ground.beds[order]
  return { order, fromFloor: folded - (bed?.floor ?? 0), fromRoof: (bed?.roof ?? 0) - folded }
}

/** Cuts the ground open: looks every pixel up in the unfolded pile, signs and bed lines included. */
export function cutSection(press: Press, ground: Ground): Section {
  const depths = unfold(press, ground)
  const section = { owner: press.plate(), lines: press.plate() }
  const surfaces = Float32Array.from({ length: press.width }, (_, column) =>
    surfaceAt(ground, column * press.unit),
  )
  for (let row = 0; row < press.height; row++) {
    const y = row * press.unit
    for (let column = 0; column < press.width; column++) {
      const x = column * press.unit
      const surface = surfaces[column] ?? 0
      if (y < surface || isOutside(ground, x, y)) continue
      const at = row * press.width + column
      const { order, fromFloor, fromRoof } = lieAt(ground, depths[at] ?? 0, x, y, surface)
      section.owner[at] = order + 1
      const edge = Math.min(magnitude(fromFloor), magnitude(fromRoof))
      const sign = ground.beds[order]?.sign(x, fromFloor, ground.seed + order) ?? 0
      const cover = Math.max(clamp(1.35 - edge) * 0.9, sign * clamp(edge - 2.2) * 0.82)
      section.lines[at] = Math.floor(cover * clamp(y - surface) * 255)
    }
  }
  press.free(depths)
  return section
}

/** Prints each bed in its tint. */
export function printBeds(sheet: Sheet, ground: Ground, owner: Plate): void {
  const { press } = sheet
  ground.beds.forEach(({ tint }, order) => {
    const plate = press.plate()
    for (let at = 0; at < press.size; at++) if (owner[at] === order + 1) plate[at] = 255
    print(sheet, plate, linearOf(tint.colour), {
      strength: tint.strength,
      grain: 0.2,
      mottle: 0.08,
      salt: order * 31,
    })
    press.free(plate)
  })
}

/** Fault lines, the surface and the frame of the section. */
export function ruleSection(press: Press, lines: Plate, ground: Ground, random: Random): void {
  const { margin, wide, high, bottom, cores, top } = ground
  if (cores) {
    const step = (wide - 2 * margin) / cores
    for (let core = 0; core < cores; core++) {
      const left = margin + step * (core + CORE_GAP)
      const right = margin + step * (core + 1 - CORE_GAP)
      strokePath(
        press,
        lines,
        [
          [left, top],
          [right, top],
          [right, bottom],
          [left, bottom],
          [left, top],
        ],
        2,
      )
    }
    return
  }
  for (const fault of ground.faults) {
    const path: Point[] = []
    for (let y = top - 60; y <= bottom; y += 8) {
      const x = fault.x + fault.lean * (y - high * 0.55)
      if (x > margin && x < wide - margin && y > surfaceAt(ground, x))
        path.push([x + random.between(-0.6, 0.6), y])
    }
    if (path.length > 1) strokePath(press, lines, path, 2.4)
  }
  const right = wide - margin
  const surface: Point[] = []
  for (let x = margin; x <= right; x += 5) surface.push([x, surfaceAt(ground, x)])
  strokePath(press, lines, surface, (t) => 3.4 + 1.2 * sine(t * 40))
  const frame: Point[] = [
    [margin, surfaceAt(ground, margin)],
    [margin, bottom],
    [right, bottom],
    [right, surfaceAt(ground, right)],
  ]
  strokePath(press, lines, frame, 1.6)
}

/** Small trees on the surface, for scale. */
export function plantScale(press: Press, lines: Plate, ground: Ground, random: Random, count: number): void {
  const groves = random.integer(1, 3)
  for (let tree = 0; tree < count; tree++) {
    const middle = ground.wide * (0.2 + (0.6 * ((tree % groves) + 0.5)) / groves)
    const x = clamp(middle + random.bell() * 62, ground.margin + 14, ground.wide - ground.margin - 14)
    const foot = surfaceAt(ground, x)
    const height = random.between(10, 34)
    strokePath(
      press,
      lines,
      [
        [x, foot],
        [x + random.between(-2, 2), foot - height],
      ],
      1.6,
    )
    for (let bough = 0; bough < 6; bough++) {
      const y = foot - height * (0.4 + bough * 0.1)
      const reach = (bough & 1 ? 1 : -1) * height * 0.22 * (1 - bough * 0.12)
      strokePath(
        press,
        lines,
        [
          [x, y],
          [x + reach, y - height * 0.08],
        ],
        1.3,
      )
    }
  }
}
