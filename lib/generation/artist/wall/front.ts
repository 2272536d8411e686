import { gridFor } from '#lib/generation/artist/grid-shape.ts'
import type { Options } from '#lib/generation/artist/options.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { fillRectangle, type Point } from '#lib/generation/artist/raster.ts'
import { clamp } from '#lib/generation/artist/scalar.ts'
import { cosine, sine } from '#lib/generation/artist/trigonometry.ts'
import { BARS, type Bars, type Opening } from './opening.ts'
import { type Frame, fillIn, type Place, type Plates } from './plates.ts'

/** One house front, filled with windows in rows. */
export type Front = {
  frame: Frame
  /** Where the wall begins, and where the street does. */
  eaves: number
  street: number
  across: number
  down: number
  openings: readonly Opening[]
  material: 'brick' | 'plaster' | 'courses'
  door: Place | null
}

const COUNTS = [6, 9, 12, 15, 20, 24, 28, 35, 40, 48] as const

/** A place of so many points, turned by a small angle about its middle. */
export function placeAt([left, top]: Point, wide: number, high: number, tilt: number): Place {
  const [c, s] = [cosine(tilt), sine(tilt)]
  const [cx, cy] = [left + wide / 2, top + high / 2]
  return (u, v) => {
    const [x, y] = [(u - 0.5) * wide, (v - 0.5) * high]
    return [cx + x * c - y * s, cy + x * s + y * c]
  }
}

/** How a window stands that is out of true by `loose`, 0…1. */
export function shake(
  random: Random,
  loose: number,
): { dx: number; dy: number; tilt: number; shutters: [number, number] } {
  const free = () => random.between(-1, 1) * loose
  const [dx, dy, tilt] = [free(), free(), free() * 0.14]
  const flung = (): number => (loose > 0.5 ? random.pick([0.35, 0.6, 0.85, 1]) : 1)
  return { dx, dy, tilt, shutters: [flung(), flung()] }
}

export const loosenessOf = (motion: number) => (motion > 0 ? 1 : motion < 0 ? 0 : 0.06)

type Site = { random: Random; options: Options; frame: Frame; hasShutters: boolean }

function windowsOf({ random, options, frame, hasShutters }: Site, walls: { eaves: number; foot: number }) {
  const usual = { [-1]: [0, 2], 0: [1, 6], 1: [6, 9] } as const
  const [least, most] = usual[options.density]
  const asked = options.count ?? COUNTS[random.integer(least, most)] ?? 20
  const count = clamp(asked, 1, 160)
  const [wide, high] = [frame.right - frame.left, walls.foot - walls.eaves]
  const { across, down } = gridFor(count, (wide / high) * random.pick([1.15, 1.3, 1.5]))
  const [cellX, cellY] = [(wide * 0.92) / across, (high * 0.94) / down]
  const tall = clamp((cellY / cellX) * 0.9, 1.15, 1.85)
  const w = Math.min(cellX * (hasShutters ? 0.42 : 0.58), (cellY * 0.72) / tall, 150)
  const bars: Bars = random.pick(BARS)
  const loose = loosenessOf(options.motion)
  return {
    across,
    down,
    openings: Array.from({ length: count }, (_, index): Opening => {
      const { dx, dy, tilt, shutters } = shake(random, loose)
      const x = frame.left + wide * 0.04 + (index % across) * cellX + (cellX - w) / 2 + dx * cellX * 0.08
      const y =
        walls.eaves +
        high * 0.035 +
        Math.floor(index / across) * cellY +
        (cellY - w * tall) / 2 +
        dy * cellY * 0.08
      const place = placeAt([x, y], w, w * tall, tilt)
      return {
        place,
        wide: w,
        high: w * tall,
        bars,
        shutters: hasShutters ? shutters : null,
        surround: !hasShutters,
      }
    }),
  }
}

export function planFront(site: Site): Front {
  const { random, options, frame } = site
  const high = frame.bottom - frame.top
  const eaves = frame.top + high * random.between(0.06, 0.15)
  const hasStreet = random.chance(0.55)
  const street = hasStreet ? frame.bottom - high * 0.05 : frame.bottom
  const ground = hasStreet ? high * 0.17 : 0
  const usual = random.pick(['brick', 'plaster', 'courses', 'plaster'] as const)
  const material = options.shape === 'brick' || options.inkCount === 1 ? 'brick' : usual
  const { across, down, openings } = windowsOf(site, { eaves, foot: street - ground })
  const doorWide = Math.min(84, high * 0.085)
  const at = frame.left + (frame.right - frame.left) * random.pick([0.2, 0.33, 0.66, 0.8])
  const door = hasStreet
    ? placeAt([at - doorWide / 2, street - ground * 0.86], doorWide, ground * 0.86, 0)
    : null
  return { frame, eaves, street, across, down, openings, material, door }
}

function layBricks({ press, part }: Plates, { frame, eaves, street }: Front): void {
  const course = 12
  for (let y = eaves + 26, row = 0; y < street; y += course, row++) {
    fillRectangle(press, part.lines, [frame.left, y, frame.right - frame.left, 1.1], 150)
    for (let x = frame.left + (row & 1) * 15; x < frame.right; x += 30)
      fillRectangle(press, part.lines, [x, y, 1.1, course], 130)
  }
}

function layCourses({ press, part }: Plates, { frame, eaves, street, down }: Front): void {
  const storey = (street - eaves) / down
  for (let row = 1; row < down; row++) {
    fillRectangle(
      press,
      part.trim,
      [frame.left, eaves + row * storey + 8, frame.right - frame.left, 3.4],
      200,
    )
  }
}

function fitDoor(plates: Plates, door: Place): void {
  fillIn(plates, 'trim', door, [-0.1, -0.05, 1.1, 1])
  fillIn(plates, 'trim', door, [0, 0, 1, 1], 255, 'remove')
  fillIn(plates, 'door', door, [0, 0.24, 1, 1])
  fillIn(plates, 'glass', door, [0, 0, 1, 0.24])
  fillIn(plates, 'trim', door, [0, 0.21, 1, 0.245])
  for (const u of [0.14, 0.56]) {
    for (const v of [0.32, 0.66]) fillIn(plates, 'door', door, [u, v, u + 0.3, v + 0.26], 70, 'remove')
  }
}

/** The wall, its cornice, what it is built of, the pavement and the door; windows come after. */
export function buildFront(plates: Plates, front: Front, snow: boolean): void {
  const { press, part } = plates
  const { frame, eaves, street } = front
  const wide = frame.right - frame.left
  fillRectangle(press, part.sky, [frame.left, frame.top, wide, frame.bottom - frame.top])
  fillRectangle(press, part.wall, [frame.left, eaves, wide, frame.bottom - eaves])
  if (front.material === 'brick') layBricks(plates, front)
  if (front.material === 'courses') layCourses(plates, front)
  fillRectangle(press, part.trim, [frame.left, eaves - 5, wide, 16])
  fillRectangle(press, part.lines, [frame.left, eaves + 11, wide, 9])
  for (let x = frame.left + 10; x < frame.right - 8; x += 22)
    fillRectangle(press, part.lines, [x, eaves + 20, 9, 7])
  if (snow) fillRectangle(press, part.snow, [frame.left, eaves - 13, wide, 9])
  if (street < frame.bottom) {
    fillRectangle(press, part.ground, [frame.left, street, wide, frame.bottom - street])
    fillRectangle(press, part.trim, [frame.left, street - 3, wide, 5])
    if (snow) fillRectangle(press, part.snow, [frame.left, street - 4, wide, frame.bottom - street + 4])
  }
  if (front.door) fitDoor(plates, front.door)
}
