import { arcPoints } from '#lib/generation/artist/curve.ts'
import { gridFor } from '#lib/generation/artist/grid-shape.ts'
import type { Options } from '#lib/generation/artist/options.ts'
import type { InkName } from '#lib/generation/artist/pigments.ts'
import { clip } from '#lib/generation/artist/plate.ts'
import type { Plate, Press } from '#lib/generation/artist/press.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { fillDisc, fillPolygon, fillRectangle, type Point } from '#lib/generation/artist/raster.ts'
import { clamp, magnitude } from '#lib/generation/artist/scalar.ts'
import type { Sheet } from '#lib/generation/artist/sheet.ts'
import { TURN } from '#lib/generation/artist/trigonometry.ts'
import { printLetterpress } from './found.ts'

export const SORTS = ['quarter', 'half', 'leaf', 'bar', 'triangle', 'arch'] as const

export type Sort = (typeof SORTS)[number] | 'pane' | 'disc' | 'ring' | 'frame'

export type Grid = {
  sort: Sort
  across: number
  down: number
  count: number
  cell: number
  gap: number
  /** Turn of the cell at (column, row), in quarters. */
  turnAt: (column: number, row: number) => number
  odd: ReadonlySet<number>
}

const KNOWN_SORTS: readonly string[] = [...SORTS, 'pane', 'disc', 'ring', 'frame']

export function planGrid(random: Random, options: Options): Grid {
  const sort = KNOWN_SORTS.includes(options.shape ?? '') ? (options.shape as Sort) : random.pick(SORTS)
  const side = Math.max(2, random.integer(4, 7) + options.density * 2)
  const count = clamp(options.count ?? side * side, options.inkCount ?? 1, 400)
  const { across, down } = gridFor(count, options.count ? random.pick([1, 0.8, 1.25]) : 1)
  const cell = Math.min(770 / Math.max(across, down), 300)
  const [a, b] = [random.integer(1, 3), random.integer(0, 3)]
  const period = random.pick([2, 3, Math.max(2, across)])
  const wild = options.motion > 0 ? random.salt() : 0
  const turnAt = (column: number, row: number) => {
    if (options.motion < 0) return (column + row) & 1
    const ordered = column * a + row * b + Math.floor(column / period) + Math.floor(row / period)
    return (wild ? ordered + ((column * 7 + row * 13 + (column ^ row) * (wild & 7)) >> 1) : ordered) & 3
  }
  const cells = Array.from({ length: count }, (_, index) => index)
  const focus = [random.pick([0.36, 0.63]) * across, random.pick([0.38, 0.62]) * down] as const
  const far = (index: number) =>
    magnitude((index % across) + 0.5 - focus[0]) + magnitude(Math.floor(index / across) + 0.5 - focus[1])
  const first = cells.reduce((near, index) => (far(index) < far(near) ? index : near), 0)
  const wrong = clamp(options.exceptions ?? 1, 0, count - (options.inkCount ?? 1) + 1)
  const others = random.shuffle(cells.filter((index) => index !== first))
  const odd = new Set(wrong ? [first, ...others.slice(0, wrong - 1)] : [])
  return { sort, across, down, count, cell, gap: cell * random.pick([0, 0, 0.06]), turnAt, odd }
}

type Square = { x: number; y: number; side: number; turn: number }

function wedge({ x, y, side, turn }: Square): Point[] {
  const corner: Point = [x + (turn === 1 || turn === 2 ? side : 0), y + (turn > 1 ? side : 0)]
  return [...arcPoints(corner, side, (turn * TURN) / 4, TURN / 4), corner]
}

function laySort(press: Press, plate: Plate, sort: Sort, square: Square): void {
  const { x, y, side, turn } = square
  const centre: Point = [x + side / 2, y + side / 2]
  if (sort === 'quarter') fillPolygon(press, plate, wedge(square))
  else if (sort === 'half')
    fillPolygon(press, plate, arcPoints(centre, side / 2, (turn * TURN) / 4, TURN / 2))
  else if (sort === 'arch') {
    fillPolygon(press, plate, arcPoints(centre, side / 2, (turn * TURN) / 4, TURN / 2))
    fillDisc(press, plate, [...centre, side * 0.2], { join: 'remove' })
  } else if (sort === 'leaf') layLeaf(press, plate, square)
  else if (sort === 'bar') {
    for (let bar = 0; bar < 3; bar++) {
      const along = (side * (bar * 2 + 0.5)) / 6
      fillRectangle(press, plate, turn & 1 ? [x + along, y, side / 6, side] : [x, y + along, side, side / 6])
    }
  } else if (sort === 'triangle') {
    const corners: Point[] = [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
    ]
    fillPolygon(
      press,
      plate,
      corners.filter((_, index) => index !== turn),
    )
  } else layUpright(press, plate, sort, square)
}

function layLeaf(press: Press, plate: Plate, square: Square): void {
  const one = press.plate()
  const other = press.plate()
  fillPolygon(press, one, wedge(square))
  fillPolygon(press, other, wedge({ ...square, turn: (square.turn + 2) & 3 }))
  clip(one, other)
  for (let at = 0; at < plate.length; at++) plate[at] = Math.max(plate[at] ?? 0, one[at] ?? 0)
  press.free(one, other)
}

function layUpright(press: Press, plate: Plate, sort: Sort, { x, y, side, turn }: Square): void {
  const inset = side * 0.14
  const clear = side - 2 * inset
  const centre = [x + side / 2, y + side / 2] as const
  if (sort === 'disc' || sort === 'ring') {
    fillDisc(press, plate, [...centre, side * 0.42], {
      hole: sort === 'ring' ? side * (0.16 + 0.05 * turn) : -1,
    })
    return
  }
  fillRectangle(press, plate, [x + inset, y + inset * 0.6, clear, side - inset * 1.2])
  if (sort === 'frame') {
    const room = side * (0.16 + 0.05 * turn)
    fillRectangle(press, plate, [centre[0] - room, centre[1] - room, 2 * room, 2 * room], 255, 'remove')
    return
  }
  const bar = Math.max(1.2, side * 0.035)
  const drawn = (turn * side) / 9
  fillRectangle(press, plate, [centre[0] - bar / 2, y, bar, side], 255, 'remove')
  fillRectangle(press, plate, [x, y + side * 0.4, side, bar], 255, 'remove')
  if (drawn)
    fillRectangle(press, plate, [x + inset * 1.5, y + inset * 1.1, clear - inset, drawn], 90, 'remove')
}

/** The ink of a cell that keeps the rule, of so many inks. */
function inkAt({ across, count }: Grid, index: number, inks: number): number {
  const [column, row] = [index % across, Math.floor(index / across)]
  if (inks < 2) return 0
  if (inks > 2 || count < 9) return index % inks
  return (column + row * 2) % 5 >= 3 ? 1 : 0
}

/** Type-high sorts in rows; the odd ones are turned once more and take the last ink. */
export function printGrid(sheet: Sheet, grid: Grid, inks: readonly InkName[], random: Random): void {
  const { press } = sheet
  const { across, down, cell, gap } = grid
  const left = (press.wide - across * cell) / 2
  const top = (press.high - down * cell) / 2 - 6
  const plates = inks.map(() => press.plate())
  const last = inks.length - 1
  for (let index = 0; index < grid.count; index++) {
    const column = index % across
    const row = Math.floor(index / across)
    const isOdd = grid.odd.has(index)
    const ink = isOdd ? last : inkAt(grid, index, grid.odd.size ? last : inks.length)
    const plate = plates[ink]
    if (!plate) continue
    const turn = (grid.turnAt(column, row) + (isOdd ? 1 : 0)) & 3
    const square = {
      x: left + column * cell + gap / 2,
      y: top + row * cell + gap / 2,
      side: cell - gap,
      turn,
    }
    laySort(press, plate, grid.sort, square)
  }
  plates.forEach((plate, turn) => {
    const ink = inks[turn]
    if (ink) printLetterpress(sheet, plate, ink, random)
  })
}
