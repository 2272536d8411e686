import { type HangMeasure, type HangRow, justifyRows } from '#components/art/justify.ts'

/** So many works are surveyed at once. */
export const SURVEYED = 12

/** The places that are surveyed together with this one. */
export function surveyed(count: number, place: number): { from: number; to: number } {
  const from = Math.floor(place / SURVEYED) * SURVEYED
  return { from, to: Math.min(count, from + SURVEYED) }
}

const LOWEST = 40
const STEP = 4

type Room = Pick<HangMeasure, 'width' | 'gap'> & {
  height: number
  /** Under each work. */
  label: number
}

const heightOf = (rows: readonly HangRow[], { gap, label }: Room) =>
  rows.reduce((sum, row) => sum + row.height + label, 0) + gap * (rows.length - 1)

/** A last row that is not full is no higher than the one over it: no work looks greater than those before it. */
function evened(rows: HangRow[]): HangRow[] {
  const over = rows.at(-2)
  return rows.map((row, at) =>
    over && at === rows.length - 1 ? { ...row, height: Math.min(row.height, over.height) } : row,
  )
}

/** The rows of the wall, as high as they can be where all of them are in sight. */
export function surveyRows(ratios: readonly number[], room: Room): HangRow[] {
  const { width, gap, height } = room
  for (let target = height; target > LOWEST; target -= STEP) {
    const rows = evened(justifyRows(ratios, { width, target, gap }))
    if (heightOf(rows, room) <= height) return rows
  }
  return justifyRows(ratios, { width, target: LOWEST, gap })
}

/** The middle of a work, from where all rows begin. */
const middleOf = ({ start, height }: HangRow, at: number, ratios: readonly number[], gap: number) =>
  ratios.slice(start, at).reduce((sum, ratio) => sum + ratio * height + gap, 0) +
  ((ratios[at] ?? 1) * height) / 2

/** The work of another row that stands nearest above or below; null at the edge. */
export function besideRow(
  rows: readonly HangRow[],
  ratios: readonly number[],
  { at, steps, gap }: { at: number; steps: number; gap: number },
): number | null {
  const own = rows.findIndex(({ start, end }) => at >= start && at < end)
  const [from, to] = [rows[own], rows[own + steps]]
  if (!from || !to) return null
  const middle = middleOf(from, at, ratios, gap)
  const away = (index: number) => Math.abs(middleOf(to, index, ratios, gap) - middle)
  let nearest = to.start
  for (let index = to.start; index < to.end; index += 1) if (away(index) < away(nearest)) nearest = index
  return nearest
}
