import type { Options } from '#lib/generation/artist/options.ts'
import { erase } from '#lib/generation/artist/plate.ts'
import type { Plate, Press } from '#lib/generation/artist/press.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { fillDisc, fillRectangle, type Point } from '#lib/generation/artist/raster.ts'
import { clamp, mix } from '#lib/generation/artist/scalar.ts'
import { strokePath } from '#lib/generation/artist/stroke.ts'
import { cosine, sine, TURN } from '#lib/generation/artist/trigonometry.ts'
import type { Plates } from './almanac.ts'
import { type Circle, drawCircle, drawMoon, drawTicks, onCircle } from './marks.ts'

export type Planet = {
  ring: Circle
  weight: number
  from: number
  turn: number
  ticks: number
  radius: number
  phase: number
  accented: boolean
  haloed: boolean
}

export type System = { sun: Circle; planets: readonly Planet[]; hasComet: boolean }

const FRAME = 78

export function planOrbits(random: Random, options: Options, wide: number, high: number): System {
  const middle = { x: random.pick([0.4, 0.5, 0.6]) * wide, y: random.pick([0.43, 0.5, 0.57]) * high }
  const count = clamp(options.count ?? random.integer(5, 8) + options.density * 3, 1, 14)
  const side = Math.min(wide, high)
  const outer = side * random.between(0.44, 0.6)
  const growth = random.between(1, 1.25)
  const focus = random.between(0, TURN)
  let radius = count < 4 ? outer * random.between(0.36, 0.5) : random.between(58, 80)
  const gap = (outer - radius) / ((count * (1 + growth)) / 2)
  const most = options.motion > 0 ? 0.42 : options.motion < 0 ? 0 : 0.16
  const accented = random.integer(0, count - 1)
  const planets = Array.from({ length: count }, (_, index): Planet => {
    const off = random.between(most * 0.2, most) * radius
    const angle = focus + random.between(-0.4, 0.4)
    const ring = { x: middle.x + cosine(angle) * off, y: middle.y + sine(angle) * off, radius }
    const room = Math.max(5, gap * 0.42)
    const size = Math.min(room, random.between(6, 10) + (random.chance(0.35) ? random.between(10, 26) : 0))
    radius += gap * mix(0.8, growth, index / count) * random.between(0.85, 1.15)
    return {
      ring,
      weight: index % 3 ? 1.3 : 2.6,
      from: random.between(0, TURN),
      turn: TURN - random.between(0, 1.2),
      ticks: random.pick([0, 0, 60, 120, 90]),
      radius: size,
      phase: random.between(0.1, 0.9),
      accented: index === accented,
      haloed: random.chance(0.3),
    }
  })
  return { sun: { ...middle, radius: random.between(20, 34) }, planets, hasComet: random.chance(0.7) }
}

function clearAround(press: Press, plate: Plate, [x, y]: Point, radius: number): void {
  fillDisc(press, plate, [x, y, radius], { join: 'remove' })
}

function engravePlanet({ press, lines, accents, random }: Plates, planet: Planet): void {
  const { ring, radius } = planet
  drawCircle(press, lines, ring, planet.weight, { value: 245, from: planet.from, turn: planet.turn })
  drawTicks(press, lines, ring, planet.ticks, 5, 11)
  const at = onCircle(ring, planet.from)
  clearAround(press, lines, at, radius + 5)
  const body = { x: at[0], y: at[1], radius }
  if (planet.accented) fillDisc(press, accents, [body.x, body.y, radius])
  else if (radius > 14) drawMoon(press, lines, body, { phase: planet.phase, tilt: planet.from, random })
  else fillDisc(press, lines, [body.x, body.y, radius])
  if (planet.haloed) drawCircle(press, lines, { ...body, radius: radius * 2.1 }, 1, { value: 220 })
}

function engraveComet(press: Press, plate: Plate, { sun }: System): void {
  const path = Array.from({ length: 81 }, (_, step): Point => {
    const t = (step - 40) / 40
    return [sun.x + t * 620, sun.y - 260 + t * t * 500]
  })
  for (let dash = 0; dash < 80; dash += 2) strokePath(press, plate, path.slice(dash, dash + 2), 1.6)
  fillDisc(press, plate, [path[52]?.[0] ?? 0, path[52]?.[1] ?? 0, 6])
}

/** Eccentric rings with ticks, bodies cut free of their ring, a dashed comet, cropped by the plate. */
export function engraveOrbits(plates: Plates, system: System): void {
  const { press, lines, accents, thirds } = plates
  fillDisc(press, accents, [system.sun.x, system.sun.y, system.sun.radius])
  for (const planet of system.planets) engravePlanet(plates, planet)
  if (thirds || system.hasComet) engraveComet(press, thirds ?? accents, system)
  if (thirds) drawCircle(press, thirds, { ...system.sun, radius: system.sun.radius + 12 }, 5)
  const outside = press.plate().fill(255)
  const [right, bottom] = [press.wide - FRAME, press.high - FRAME]
  fillRectangle(press, outside, [FRAME, FRAME, right - FRAME, bottom - FRAME], 255, 'remove')
  for (const plate of [lines, accents, thirds]) if (plate) erase(plate, outside)
  press.free(outside)
  strokePath(
    press,
    lines,
    [
      [FRAME, FRAME],
      [right, FRAME],
      [right, bottom],
      [FRAME, bottom],
      [FRAME, FRAME],
    ],
    1.5,
  )
}
