import type { Plate, Press } from '#lib/generation/artist/press.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { fillPolygon, type Point } from '#lib/generation/artist/raster.ts'
import { clamp, distance, mix } from '#lib/generation/artist/scalar.ts'
import { cosine, sine, TURN } from '#lib/generation/artist/trigonometry.ts'
import { reachOf, SHAPES, type ShapeName } from './shapes.ts'

/** One shape laid on the sheet, in points; `angle` in radians. */
export type Piece = {
  shape: ShapeName
  x: number
  y: number
  radius: number
  ratio: number
  teeth: number
  angle: number
}

export type Wanted = {
  hero?: ShapeName
  count: number
  wide: number
  high: number
  loose: number
  fill: number
}

const HEROES = [
  'disc',
  'perforated',
  'half',
  'disc',
  'slots',
  'ring',
  'quarter',
  'disc',
  'arch',
  'scallop',
] as const
const SIZES = [4.3, 3.1, 2.7, 2.1, 1.5, 1.1, 0.9, 0.75, 0.6, 0.55, 0.5, 0.45]

function angleOf(random: Random, loose: number): number {
  const quarter = (random.integer(0, 3) * TURN) / 4
  if (loose < 0) return 0
  return loose > 0 ? quarter + random.between(-0.42, 0.42) : quarter
}

/** Places shapes round a hero by golden-angle steps, nearly touching; the last stands apart. */
export function arrange(random: Random, wanted: Wanted): Piece[] {
  const names = Object.keys(SHAPES) as ShapeName[]
  const order = random.shuffle(names.filter((name) => name !== 'scallop'))
  const hero = wanted.hero ?? random.pick(HEROES)
  const heading = random.between(0, TURN)
  const pieces: Piece[] = []
  for (let index = 0; index < wanted.count; index++) {
    const radius = (SIZES[index] ?? 0.4) * 64 * random.between(0.92, 1.06)
    const other = order[index % order.length] ?? 'disc'
    const shape = index === 0 ? hero : other === hero ? 'bar' : other
    const near = index ? pieces[index < 3 ? 0 : random.integer(0, 2)] : undefined
    let [x, y] = [0, 0]
    if (near) {
      const angle = heading + index * 2.4 + random.between(-0.3, 0.3)
      const isLast = index === wanted.count - 1 && index > 1
      const touch =
        (isLast ? random.between(1.15, 1.35) : random.between(0.6, 0.95)) * (near.radius * 0.8 + radius * 0.6)
      x = Math.round((near.x + cosine(angle) * touch) / 16) * 16
      y = Math.round((near.y + sine(angle) * touch) / 16) * 16
    }
    pieces.push({
      shape,
      x,
      y,
      radius,
      ratio: random.between(0.4, 0.7),
      teeth: random.integer(2, 8),
      angle: angleOf(random, wanted.loose),
    })
  }
  return fitted(random, pieces, wanted)
}

/** The arrangement scaled into the sheet, with its margin, a little off the middle. */
function fitted(random: Random, pieces: readonly Piece[], { wide, high, fill }: Wanted): Piece[] {
  let [left, right, top, bottom] = [1e9, -1e9, 1e9, -1e9]
  for (const { shape, x, y, radius } of pieces) {
    const reach = radius * reachOf(shape)
    left = Math.min(left, x - reach)
    right = Math.max(right, x + reach)
    top = Math.min(top, y - reach)
    bottom = Math.max(bottom, y + reach)
  }
  const scale = Math.min(1.6, (wide * fill) / (right - left), (high * fill) / (bottom - top))
  const slackX = Math.max(0, wide * fill - (right - left) * scale)
  const slackY = Math.max(0, high * fill - (bottom - top) * scale)
  const dx = wide / 2 + random.between(-0.45, 0.45) * slackX - ((left + right) / 2) * scale
  const dy = high * 0.49 + random.between(-0.4, 0.4) * slackY - ((top + bottom) / 2) * scale
  return pieces.map((piece) => ({
    ...piece,
    x: dx + piece.x * scale,
    y: dy + piece.y * scale,
    radius: piece.radius * scale,
  }))
}

export function layPiece(press: Press, plate: Plate, piece: Piece): void {
  const c = cosine(piece.angle)
  const s = sine(piece.angle)
  for (const { points, join } of SHAPES[piece.shape](piece)) {
    const placed = points.map(([x, y]): Point => [piece.x + x * c - y * s, piece.y + x * s + y * c])
    fillPolygon(press, plate, placed, 255, join)
  }
}

const within = (value: number, low: number, high: number, slack: number) =>
  1 - clamp(value < low ? (low - value) / slack : value > high ? (value - high) / slack : 0)

/**
 * How well an arrangement holds together, 0…5: overlap of 8–25 % of the printed area, pieces of one
 * ink kept apart, weight near but not on the middle, a third or more left quiet.
 */
export function scoreArrangement(press: Press, pieces: readonly Piece[], inks: number): number {
  const depth = press.plate()
  const sameInk = new Float64Array(pieces.length)
  const own = new Float64Array(pieces.length)
  const seen = Array.from({ length: inks }, () => press.plate())
  pieces.forEach((piece, index) => {
    const plate = press.plate()
    layPiece(press, plate, piece)
    const before = seen[index % inks] ?? depth
    for (let at = 0; at < plate.length; at++) {
      if ((plate[at] ?? 0) < 128) continue
      own[index] = (own[index] ?? 0) + 1
      if (before[at]) sameInk[index] = (sameInk[index] ?? 0) + 1
      before[at] = 1
      depth[at] = (depth[at] ?? 0) + 1
    }
  })
  let [printed, doubled, sumX, sumY] = [0, 0, 0, 0]
  for (let at = 0; at < depth.length; at++) {
    if (!depth[at]) continue
    printed++
    if ((depth[at] ?? 0) > 1) doubled++
    sumX += at % press.width
    sumY += Math.floor(at / press.width)
  }
  if (printed === 0) return 0
  const off = distance(sumX / printed / press.width - 0.5, sumY / printed / press.height - 0.5)
  const hidden = pieces.reduce((sum, _, i) => sum + (sameInk[i] ?? 0) / ((own[i] ?? 0) + 1), 0)
  return (
    mix(0, 1.6, within(doubled / printed, 0.08, 0.25, 0.12)) +
    within(printed / depth.length, 0.2, 0.36, 0.14) +
    within(off, 0.02, 0.09, 0.08) +
    1.4 * (1 - clamp(hidden * 1.4))
  )
}
