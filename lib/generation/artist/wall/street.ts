import type { Options } from '#lib/generation/artist/options.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { fillDisc, fillPolygon, fillRectangle, type Point } from '#lib/generation/artist/raster.ts'
import { clamp } from '#lib/generation/artist/scalar.ts'
import { strokePath } from '#lib/generation/artist/stroke.ts'
import { cosine, TURN } from '#lib/generation/artist/trigonometry.ts'
import { loosenessOf, shake } from './front.ts'
import { BARS, type Opening } from './opening.ts'
import { type Frame, fillIn, type Part, type Place, type Plates } from './plates.ts'

export const GABLES = ['step', 'point', 'bell', 'flat', 'neck'] as const

type Gable = (typeof GABLES)[number]

type House = {
  /** The house from its eaves to the street; `v` below 0 is its gable. */
  place: Place
  wide: number
  high: number
  gable: Gable
  rise: number
  tone: Part
  lined: boolean
  chimney: number | null
  doors: readonly [number, number]
}

/** A row of houses along a street. */
export type Street = {
  frame: Frame
  pavement: number
  houses: readonly House[]
  openings: readonly Opening[]
  disc: { x: number; y: number; radius: number } | null
}

const WIDTHS = [5, 3, 4, 6, 3, 5, 4] as const
const HEIGHTS = [0.64, 0.5, 0.72, 0.57, 0.68, 0.47] as const
const TONES: readonly Part[] = ['wall', 'second', 'third']

/** The outline of a gable from its left foot to its right, across 0…1, up in shares of the rise. */
function gableLine(gable: Gable): (readonly [u: number, up: number])[] {
  if (gable === 'flat')
    return [
      [-0.03, 0],
      [-0.03, 0.12],
      [1.03, 0.12],
      [1.03, 0],
    ]
  if (gable === 'point')
    return [
      [0, 0],
      [0.5, 1],
      [1, 0],
    ]
  if (gable === 'step') {
    const half = [0, 1, 2, 3].flatMap((step): [number, number][] => [
      [step * 0.12, step * 0.25],
      [step * 0.12, step * 0.25 + 0.25],
    ])
    return [...half, ...half.map(([u, up]): [number, number] => [1 - u, up]).reverse()]
  }
  if (gable === 'neck')
    return [
      [0, 0],
      [0.06, 0.1],
      [0.24, 0.16],
      [0.29, 0.3],
      [0.29, 0.8],
      [0.5, 1],
      [0.71, 0.8],
      [0.71, 0.3],
      [0.76, 0.16],
      [0.94, 0.1],
      [1, 0],
    ]
  return Array.from({ length: 25 }, (_, index): [number, number] => {
    const u = index / 24
    return [u, 0.5 - 0.5 * cosine(u * TURN)]
  })
}

type Site = { random: Random; options: Options; frame: Frame; hasShutters: boolean }

function houseAt(
  { random, options }: Site,
  street: number,
  left: number,
  wide: number,
  high: number,
  order: number,
): House {
  const lean = options.motion > 0 ? random.between(-0.075, 0.075) : 0
  const gable = random.pick(GABLES)
  const rise = gable === 'flat' ? 34 : Math.min(wide * 0.62, 150, high * 0.42) * random.between(0.85, 1.1)
  const first = random.chance(0.5) ? 0.14 : 0.62
  return {
    place: (u, v) => [left + u * wide + (1 - v) * high * lean, street - (1 - v) * high],
    wide,
    high,
    gable,
    rise,
    tone: TONES[order % 3] ?? 'wall',
    lined: random.chance(0.4) || options.inkCount === 1,
    chimney: random.chance(0.65) ? random.pick([0.14, 0.72]) : null,
    doors: [first, first + Math.min(0.24, 46 / wide)],
  }
}

function windowsOf({ random, options, hasShutters }: Site, house: House): Opening[] {
  const { wide, high, place } = house
  const columns = clamp(Math.floor(wide / (options.density > 0 ? 46 : options.density < 0 ? 92 : 62)), 1, 5)
  const storey = options.density > 0 ? 74 : options.density < 0 ? 132 : 98
  const ground = Math.min(104, high * 0.3)
  const storeys = Math.max(1, Math.floor((high - ground) / storey))
  const cellX = wide / (columns + 0.3)
  const cellY = (high - ground) / storeys
  const tall = clamp((cellY / cellX) * 0.8, 1.2, 1.9)
  const w = Math.min(cellX * (hasShutters ? 0.42 : 0.58), (cellY * 0.66) / tall)
  const bars = random.pick(BARS)
  const loose = loosenessOf(options.motion)
  return Array.from({ length: columns * storeys }, (_, index): Opening => {
    const { dx, dy, shutters } = shake(random, loose)
    const x = cellX * 0.15 + (index % columns) * cellX + (cellX - w) / 2 + dx * cellX * 0.07
    const y = Math.floor(index / columns) * cellY + (cellY - w * tall) / 2 + 4 + dy * cellY * 0.06
    const inside: Place = (u, v) => place((x + u * w) / wide, (y + v * w * tall) / high)
    return {
      place: inside,
      wide: w,
      high: w * tall,
      bars,
      shutters: hasShutters && loose < 2 ? shutters : null,
      surround: true,
    }
  })
}

export function planStreet(site: Site, night: boolean): Street {
  const { random, options, frame } = site
  const [wide, high] = [frame.right - frame.left, frame.bottom - frame.top]
  const count = clamp(options.count ?? random.integer(3, 5) + options.density, 1, 12)
  const pavement = frame.bottom - high * random.between(0.07, 0.12)
  const offset = random.integer(0, WIDTHS.length - 1)
  const shares = Array.from({ length: count }, (_, index) => WIDTHS[(index + offset) % WIDTHS.length] ?? 4)
  const total = shares.reduce((sum, share) => sum + share, 0)
  let left = frame.left
  const houses = shares.map((share, order) => {
    const width = (share / total) * wide
    const tall = (HEIGHTS[(order * 5 + offset) % HEIGHTS.length] ?? 0.5) * random.between(0.92, 1.06)
    const house = houseAt(site, pavement, left, width, (pavement - frame.top) * tall, order)
    left += width
    return house
  })
  const openings = houses.flatMap((house) => windowsOf(site, house))
  const isShown = options.sun ?? (night && random.chance(0.55))
  const radius = random.between(24, 44)
  const x = frame.left + wide * random.pick([0.2, 0.36, 0.66, 0.82])
  return {
    frame,
    pavement,
    houses,
    openings,
    disc: isShown ? { x, y: frame.top + radius + high * random.between(0.05, 0.08), radius } : null,
  }
}

function raise(plates: Plates, house: House, snow: boolean): void {
  const { press, part } = plates
  const { place, gable, rise, high, tone, wide } = house
  const outline = gableLine(gable).map(([u, up]) => place(u, (-up * rise) / high))
  if (house.chimney !== null) {
    const from = house.chimney
    const top = gable === 'flat' ? rise * 0.12 + 44 : rise * 0.62 + 26
    fillIn(plates, tone, place, [from, -top / high, from + 24 / wide, 0])
    fillIn(plates, 'lines', place, [from - 3 / wide, -top / high, from + 27 / wide, -(top - 8) / high])
    if (snow)
      fillIn(plates, 'snow', place, [from - 3 / wide, -(top + 6) / high, from + 27 / wide, -(top - 2) / high])
  }
  fillPolygon(press, part[tone], [...outline, place(1, 1), place(0, 1)])
  for (const other of TONES)
    if (other !== tone) fillPolygon(press, part[other], [...outline, place(1, 1), place(0, 1)], 255, 'remove')
  strokePath(press, part.lines, [place(1, 0), place(1, 1)], 2.4)
  if (gable === 'flat')
    fillIn(plates, 'trim', place, [-0.03, (-rise * 0.12) / high - 8 / high, 1.03, (-rise * 0.12) / high])
  else strokePath(press, part.trim, outline, 3.4, 220)
  if (gable !== 'flat') {
    const [cx, cy] = place(0.5, (-rise * 0.34) / high)
    fillDisc(press, part.glass, [cx, cy, Math.min(11, wide * 0.07)])
  }
  if (house.lined)
    for (let y = 14; y < high; y += 13)
      fillIn(plates, 'lines', place, [0, y / high, 1, (y + 1.2) / high], 120)
  if (snow)
    strokePath(
      press,
      part.snow,
      outline.map(([x, y]): Point => [x, y - 3]),
      8,
    )
}

function fitDoor(plates: Plates, { place, doors, high }: House): void {
  const [from, to] = doors
  const top = 1 - Math.min(84, high * 0.25) / high
  fillIn(plates, 'trim', place, [from - 0.02, top - 5 / high, to + 0.02, 1])
  fillIn(plates, 'trim', place, [from, top, to, 1], 255, 'remove')
  fillIn(plates, 'door', place, [from, top + 16 / high, to, 1])
  fillIn(plates, 'glass', place, [from, top, to, top + 16 / high])
}

/** Sky, houses and pavement; windows come after. */
export function buildStreet(plates: Plates, { frame, pavement, houses, disc }: Street, snow: boolean): void {
  const { press, part } = plates
  const wide = frame.right - frame.left
  fillRectangle(press, part.sky, [frame.left, frame.top, wide, frame.bottom - frame.top])
  if (disc) fillDisc(press, part.disc, [disc.x, disc.y, disc.radius])
  for (const house of houses) {
    raise(plates, house, snow)
    fitDoor(plates, house)
  }
  fillRectangle(press, part.ground, [frame.left, pavement, wide, frame.bottom - pavement])
  fillRectangle(press, part.trim, [frame.left, pavement - 2, wide, 4])
  fillRectangle(press, part.lines, [frame.left, pavement + (frame.bottom - pavement) * 0.42, wide, 2.4], 180)
  if (snow)
    fillRectangle(press, part.snow, [frame.left, pavement - 3, wide, (frame.bottom - pavement) * 0.46], 255)
}
