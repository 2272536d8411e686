import type { Plate, Press } from '#lib/generation/artist/press.ts'
import { fillPolygon, type Join, type Point } from '#lib/generation/artist/raster.ts'

export const PARTS = [
  'sky',
  'disc',
  'wall',
  'second',
  'third',
  'lines',
  'ground',
  'glass',
  'pale',
  'glint',
  'light',
  'tint',
  'object',
  'recess',
  'trim',
  'shutter',
  'door',
  'shade',
  'snow',
] as const

export type Part = (typeof PARTS)[number]

/** The plates of a façade, one to each part, cut inside one frame. */
export type Plates = { press: Press; frame: Frame; part: Readonly<Record<Part, Plate>> }

export type Frame = { left: number; top: number; right: number; bottom: number }

export function cutPlates(press: Press, frame: Frame): Plates {
  const part = Object.fromEntries(PARTS.map((name) => [name, press.plate()])) as Record<Part, Plate>
  return { press, frame, part }
}

/** A place inside an opening or a house: `u` across and `v` down, 0…1, to points on the sheet. */
export type Place = (u: number, v: number) => Point

/** Fills a rectangle given in the measures of a place. */
export function fillIn(
  { press, part }: Plates,
  name: Part,
  place: Place,
  [left, top, right, bottom]: readonly [number, number, number, number],
  value = 255,
  join: Join = 'greatest',
): void {
  const corners = [place(left, top), place(right, top), place(right, bottom), place(left, bottom)]
  fillPolygon(press, part[name], corners, value, join)
}

/** House fronts, in the three tones that neighbours take. */
export const WALLS = ['wall', 'second', 'third'] as const

/** The frame as a plate: nothing is printed outside it. */
export function frameWindow({ press, frame: { left, top, right, bottom } }: Plates): Plate {
  const window = press.plate()
  fillPolygon(press, window, [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ])
  return window
}

/** Several parts as one plate. */
export function joinedParts({ press, part }: Plates, names: readonly Part[]): Plate {
  const joined = press.plate()
  for (const name of names) {
    const plate = part[name]
    for (let at = 0; at < joined.length; at++) {
      const level = plate[at] ?? 0
      if (level > (joined[at] ?? 0)) joined[at] = level
    }
  }
  return joined
}
