import type { Random } from '#lib/generation/artist/random.ts'
import { fillPolygon, type Point } from '#lib/generation/artist/raster.ts'
import { strokePath } from '#lib/generation/artist/stroke.ts'
import { cosine, sine, TURN } from '#lib/generation/artist/trigonometry.ts'
import { fillIn, type Place, type Plates } from './plates.ts'

export const BARS = ['cross', 'sash', 'two', 'six'] as const

export type Bars = (typeof BARS)[number]

/** A window: where it is, its size in points, and what is at it. */
export type Opening = {
  place: Place
  wide: number
  high: number
  bars: Bars
  /** How far the shutters stand out, 0…1 of half a window; null without shutters. */
  shutters: readonly [left: number, right: number] | null
  surround: boolean
}

function hangCurtains(plates: Plates, place: Place): void {
  const { press, part } = plates
  for (const side of [0, 1]) {
    const across = (u: number) => (side ? 1 - u : u)
    const edge: [number, number][] = [
      [0, 0],
      [0.44, 0],
      [0.34, 0.34],
      [0.14, 0.62],
      [0.12, 1],
      [0, 1],
    ]
    fillPolygon(
      press,
      part.tint,
      edge.map(([u, v]) => place(across(u), v)),
    )
  }
}

function growPlant({ press, part }: Plates, place: Place, wide: number, random: Random): void {
  const root = 0.5 + random.between(-0.15, 0.15)
  for (let leaf = 0; leaf < 9; leaf++) {
    const angle = -TURN / 4 + (leaf - 4) * 0.27
    const path: Point[] = [0, 0.5, 1].map((t) =>
      place(root + cosine(angle) * 0.36 * t, 0.9 + sine(angle) * 0.34 * t * (1 - 0.3 * t)),
    )
    strokePath(press, part.object, path, (t) => wide * 0.07 * (1 - t) + 0.5)
  }
  fillPolygon(press, part.object, [
    place(root - 0.13, 0.86),
    place(root + 0.13, 0.86),
    place(root + 0.09, 1),
    place(root - 0.09, 1),
  ])
}

function hangLamp(plates: Plates, place: Place): void {
  fillIn(plates, 'object', place, [0.485, 0, 0.515, 0.24])
  fillPolygon(plates.press, plates.part.object, [
    place(0.3, 0.38),
    place(0.43, 0.22),
    place(0.57, 0.22),
    place(0.7, 0.38),
  ])
}

/** Somebody is in: light, and what stands against it. */
function lightUp(plates: Plates, { place, wide }: Opening, random: Random): void {
  fillIn(plates, 'light', place, [0, 0, 1, 1])
  const scene = random.pick(['curtain', 'blind', 'plant', 'none', 'lamp', 'curtain'] as const)
  if (scene === 'curtain') hangCurtains(plates, place)
  if (scene === 'blind') fillIn(plates, 'tint', place, [0, 0, 1, random.between(0.2, 0.5)])
  if (scene === 'plant') growPlant(plates, place, wide, random)
  if (scene === 'lamp') hangLamp(plates, place)
}

/** Nobody is: glass, with a blind, a curtain or the sky in it. */
function darken(plates: Plates, { place }: Opening, random: Random): void {
  fillIn(plates, 'glass', place, [0, 0, 1, 1], random.integer(215, 255))
  const dress = random.next()
  if (dress < 0.2)
    fillIn(plates, 'pale', place, [0, 0, 1, random.between(0.18, 0.66)], random.integer(90, 170))
  else if (dress < 0.33) {
    fillIn(plates, 'pale', place, [0, 0, random.between(0.16, 0.3), 1], 130)
    fillIn(plates, 'pale', place, [random.between(0.72, 0.84), 0, 1, 1], 130)
  } else if (dress < 0.55) {
    const [low, high] = [random.between(0.5, 0.9), random.between(0.1, 0.4)]
    fillPolygon(
      plates.press,
      plates.part.glint,
      [place(0, low), place(1, high), place(1, 0), place(0, 0)],
      random.integer(40, 90),
    )
  }
}

function glaze(plates: Plates, { place, wide, high, bars }: Opening): void {
  const across = Math.max(1.5, wide * 0.05) / wide
  const down = Math.max(1.5, wide * 0.05) / high
  const upright = (u: number, thin = 1) =>
    fillIn(plates, 'trim', place, [u - (across * thin) / 2, 0, u + (across * thin) / 2, 1])
  const level = (v: number, thin = 1) =>
    fillIn(plates, 'trim', place, [0, v - (down * thin) / 2, 1, v + (down * thin) / 2])
  if (bars !== 'six') upright(0.5, bars === 'sash' ? 0.7 : 1)
  if (bars === 'cross') level(0.36)
  if (bars === 'sash') level(0.5, 1.3)
  if (bars === 'six') {
    upright(1 / 3, 0.8)
    upright(2 / 3, 0.8)
    level(0.5, 0.8)
  }
}

function hangShutters(plates: Plates, { place, wide, high, shutters }: Opening): void {
  if (!shutters) return
  const gap = Math.max(1.5, wide * 0.05) / wide
  shutters.forEach((reach, side) => {
    const from = side ? 1 + gap : -gap - 0.5 * reach
    const to = side ? 1 + gap + 0.5 * reach : -gap
    fillIn(plates, 'shutter', place, [from, -0.02, to, 1.02])
    const slats = Math.max(4, Math.floor(high / 9))
    const edge = (to - from) * 0.14
    for (let slat = 1; slat < slats; slat++) {
      const v = slat / slats
      fillIn(plates, 'shutter', place, [from + edge, v, to - edge, v + 1.6 / high], 105, 'remove')
    }
  })
}

/** Cuts one window into the plates. */
export function cutOpening(
  plates: Plates,
  opening: Opening,
  isLit: boolean,
  snow: boolean,
  random: Random,
): void {
  const { place, wide, high, surround } = opening
  if (isLit) lightUp(plates, opening, random)
  else darken(plates, opening, random)
  fillIn(plates, 'recess', place, [0, 0, 1, Math.max(2.4, high * 0.045) / high], 220)
  fillIn(plates, 'recess', place, [0, 0, Math.max(2, wide * 0.05) / wide, 1], 160)
  glaze(plates, opening)
  const bar = Math.max(1.6, wide * 0.055)
  if (surround) {
    const [u, v] = [bar / wide, bar / high]
    fillIn(plates, 'trim', place, [-u, -v, 1 + u, 0])
    fillIn(plates, 'trim', place, [-u, 0, 0, 1])
    fillIn(plates, 'trim', place, [1, 0, 1 + u, 1])
  }
  const sill = Math.max(3, wide * 0.09) / high
  fillIn(plates, 'trim', place, [-0.1, 1, 1.1, 1 + sill])
  if (snow) fillIn(plates, 'snow', place, [-0.1, 1 - sill * 1.2, 1.1, 1 + sill * 0.35])
  hangShutters(plates, opening)
}

/** Which openings are lit: the first nearest to a point a third across, the others where the seed says. */
export function chooseLit(
  random: Random,
  centres: readonly Point[],
  count: number,
  focus: Point,
): ReadonlySet<number> {
  if (count <= 0) return new Set()
  const far = ([x, y]: Point) => (x - focus[0]) * (x - focus[0]) + (y - focus[1]) * (y - focus[1])
  const order = centres.map((_, index) => index)
  const first = order.reduce(
    (near, index) => (far(centres[index] ?? [0, 0]) < far(centres[near] ?? [0, 0]) ? index : near),
    0,
  )
  const others = random.shuffle(order.filter((index) => index !== first))
  return new Set([first, ...others.slice(0, count - 1)])
}
