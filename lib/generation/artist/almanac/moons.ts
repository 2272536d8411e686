import type { Options } from '#lib/generation/artist/options.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { fillDisc } from '#lib/generation/artist/raster.ts'
import { clamp, magnitude } from '#lib/generation/artist/scalar.ts'
import type { Plates } from './almanac.ts'
import { drawCircle, drawMoon } from './marks.ts'

export type Calendar = {
  count: number
  across: number
  down: number
  special: number
  tilt: number
  size: number
}

function gridOf(random: Random, options: Options): readonly [across: number, down: number] {
  if (options.density < 0)
    return random.pick<readonly [number, number]>([
      [2, 2],
      [3, 2],
      [2, 3],
      [3, 3],
    ])
  if (options.density > 0)
    return random.pick<readonly [number, number]>([
      [7, 8],
      [8, 8],
      [7, 9],
      [9, 7],
    ])
  return random.pick<readonly [number, number]>([
    [4, 3],
    [5, 6],
    [3, 4],
    [6, 5],
    [4, 7],
    [4, 4],
  ])
}

function gridFor(count: number): readonly [across: number, down: number] {
  let best: readonly [number, number] = [1, count]
  let least = 1e9
  for (let across = 1; across <= count; across++) {
    const down = Math.ceil(count / across)
    const error = magnitude(across / down - 0.86) + (across * down - count) * 0.8
    if (error < least) {
      best = [across, down]
      least = error
    }
  }
  return best
}

export function planMoons(random: Random, options: Options): Calendar {
  const free = gridOf(random, options)
  const count = clamp(options.count ?? free[0] * free[1], 1, 144)
  const [across, down] = options.count === undefined ? free : gridFor(count)
  const lean = options.motion > 0 ? 1.3 : options.motion < 0 ? 0 : 0.4
  return {
    count,
    across,
    down,
    special: random.integer(0, count - 1),
    tilt: random.between(-lean, lean),
    size: random.between(0.34, 0.4),
  }
}

/** Moons in reading order, one in the accent. */
export function engraveMoons(
  { press, lines, accents, thirds, random }: Plates,
  calendar: Calendar,
  filled: boolean,
): void {
  const { across, down, count, special, tilt, size } = calendar
  const cell = Math.min((press.wide * 0.78) / across, (press.high * 0.78) / down, 330)
  const left = (press.wide - cell * across) / 2
  const top = (press.high - cell * down) / 2 - 4
  for (let index = 0; index < count; index++) {
    const moon = {
      x: left + ((index % across) + 0.5) * cell,
      y: top + (Math.floor(index / across) + 0.5) * cell,
      radius: cell * size,
    }
    const phase = (index + 0.5) / count
    const isSpecial = filled && index === special
    if (isSpecial) {
      fillDisc(press, accents, [moon.x, moon.y, moon.radius])
      if (thirds) drawCircle(press, thirds, { ...moon, radius: moon.radius * 1.14 }, Math.max(3, cell * 0.03))
    } else drawMoon(press, lines, moon, { phase, tilt, random })
    if (thirds && index % across === special % across) {
      fillDisc(press, thirds, [moon.x, moon.y + cell * 0.47, Math.max(3.5, cell * 0.03)])
    }
  }
}
