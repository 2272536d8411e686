import { arcPoints } from '#lib/generation/artist/curve.ts'
import type { Join, Point } from '#lib/generation/artist/raster.ts'
import { magnitude, mix } from '#lib/generation/artist/scalar.ts'
import { cosine, sine, TURN } from '#lib/generation/artist/trigonometry.ts'

/** A polygon laid on or cut out of a shape. */
export type Part = { points: Point[]; join: Join }

/** Radius, an inner ratio (0…1) and a number of teeth or holes (2…8). */
export type Measure = { radius: number; ratio: number; teeth: number }

const laid = (points: Point[]): Part => ({ points, join: 'greatest' })
const cut = (points: Point[]): Part => ({ points, join: 'remove' })

const box = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]

const square = (half: number) => box(-half, -half, 2 * half, 2 * half)
const disc = (radius: number) => arcPoints([0, 0], radius, 0, TURN)
const range = (count: number) => Array.from({ length: count }, (_, index) => index)

function scallop({ radius, ratio, teeth }: Measure): Part[] {
  const rim = range(320).map((index): Point => {
    const angle = (TURN * index) / 320
    const reach = radius * (0.86 + 0.14 * magnitude(sine((angle * (8 + teeth)) / 2)))
    return [cosine(angle) * reach, sine(angle) * reach]
  })
  return [laid(rim), cut(disc(radius * ratio * 0.5))]
}

function perforated({ radius, ratio, teeth }: Measure): Part[] {
  const side = 3 + (teeth >> 1)
  const step = (2 * radius) / side
  const holes = range(side * side).map((index) => {
    const centre: Point = [
      -radius + step * ((index % side) + 0.5),
      -radius + step * (Math.floor(index / side) + 0.5),
    ]
    return cut(arcPoints(centre, step * mix(0.24, 0.36, ratio), 0, TURN))
  })
  return [laid(square(radius)), ...holes]
}

function slots({ radius, teeth }: Measure): Part[] {
  const count = 4 + (teeth >> 1)
  const step = (2 * radius) / count
  const half = step * 0.28
  return range(count).map((index) => {
    const x = -radius + step * (index + 0.5)
    const y = radius - step / 2
    const top = arcPoints([x, -y], half, TURN / 2, TURN / 2)
    return laid([...top, ...arcPoints([x, y], half, 0, TURN / 2)])
  })
}

function comb({ radius, teeth }: Measure): Part[] {
  const count = 8 + teeth
  const step = (2 * radius) / count
  const tines = range(count).map((index) =>
    laid(box(-radius + step * index, -radius * 0.25, step * 0.52, radius * 0.8)),
  )
  return [laid(box(-radius, -radius * 0.5, 2 * radius - step * 0.48, radius * 0.26)), ...tines]
}

function stair({ radius, teeth }: Measure): Part[] {
  const count = 4 + (teeth >> 2)
  const step = (2 * radius) / count
  const outline: Point[] = [[-radius, radius]]
  for (let index = 0; index < count; index++) {
    outline.push([-radius + step * index, radius - step * (index + 1)])
    outline.push([-radius + step * (index + 1), radius - step * (index + 1)])
  }
  return [laid([...outline, [radius, radius]])]
}

function ladder({ radius }: Measure): Part[] {
  const rungs = range(7).map((index) =>
    laid(box(-radius * 0.5, -radius * 1.1 + index * radius * 0.35, radius, radius * 0.1)),
  )
  const rails = [-radius * 0.5, radius * 0.38].map((x) =>
    laid(box(x, -radius * 1.2, radius * 0.12, radius * 2.4)),
  )
  return [...rails, ...rungs]
}

function arch({ radius, ratio }: Measure): Part[] {
  const foot = radius * 0.8
  const outer: Point[] = [...arcPoints([0, 0], radius, TURN / 2, TURN / 2), [radius, foot], [-radius, foot]]
  const inner = radius * ratio * 0.8
  return [
    laid(outer),
    cut([...arcPoints([0, 0], inner, TURN / 2, TURN / 2), [inner, foot + 1], [-inner, foot + 1]]),
  ]
}

/** The shapes of the type case, each round its own centre. */
export const SHAPES = {
  disc: ({ radius }: Measure) => [laid(disc(radius))],
  ring: ({ radius, ratio }: Measure) => [laid(disc(radius)), cut(disc(radius * ratio))],
  scallop,
  perforated,
  slots,
  comb,
  half: ({ radius }: Measure) => [laid(arcPoints([0, radius * 0.4], radius, TURN / 2, TURN / 2))],
  quarter: ({ radius }: Measure) => [
    laid([
      ...arcPoints([-radius * 0.6, radius * 0.6], radius * 1.3, -TURN / 4, TURN / 4),
      [-radius * 0.6, radius * 0.6],
    ]),
  ],
  frame: ({ radius, ratio }: Measure) => [laid(square(radius * 0.95)), cut(square(radius * 0.95 * ratio))],
  stair,
  ladder,
  bar: ({ radius }: Measure) => [laid(box(-radius * 0.16, -radius * 1.4, radius * 0.32, radius * 2.8))],
  triangle: ({ radius }: Measure) => [
    laid([
      [-radius, radius * 0.8],
      [radius, radius * 0.8],
      [-radius, -radius],
    ]),
  ],
  arch,
} as const satisfies Record<string, (measure: Measure) => Part[]>

export type ShapeName = keyof typeof SHAPES

/** How far a shape reaches from its centre, in radii. */
export const reachOf = (shape: ShapeName) => (shape === 'bar' ? 1.4 : shape === 'ladder' ? 1.25 : 1.02)
