import { HANG_STEPS, type HangRow, justifyRows, shapeOfRow } from './justify.ts'

/**
 * How high a label is in a hang of fixed labels, in rem (globals.css, `.hang-label`): on the phone and above, with
 * and without a button.
 */
const LABEL_REM = { phone: { plain: 2.75, acting: 6 }, wide: { plain: 3.25, acting: 5.625 } } as const

/** The container width from which on a hang has the measures of a wall. */
const WIDE_FROM = 760

export type HangStep = (typeof HANG_STEPS)[number]

const stepOf = (width: number): HangStep => HANG_STEPS.findLast(({ from }) => width >= from) as HangStep

const labelRem = ({ from }: HangStep, acting: boolean): number =>
  LABEL_REM[from >= WIDE_FROM ? 'wide' : 'phone'][acting ? 'acting' : 'plain']

/** A hang of so many rows, laid out for one width; nothing in it was measured. */
export type HangLayout = {
  step: HangStep
  rows: readonly HangRow[]
  /** Where each row begins, in px from the first, and where the last one ends. */
  tops: Float64Array
}

type Measure = { width: number; rem: number; acting: boolean }

/** Rows of works and where they stand, for a container of `width` px. */
export function layHang(ratios: readonly number[], { width, rem, acting }: Measure): HangLayout {
  const step = stepOf(width)
  const rows = justifyRows(ratios, step)
  const tops = new Float64Array(rows.length + 1)
  const label = labelRem(step, acting) * rem
  for (const [at, row] of rows.entries()) {
    const { sum, gaps, filled } = shapeOfRow(ratios, row, step)
    tops[at + 1] = (tops[at] as number) + (filled * width - gaps) / sum + label + step.rowGap
  }
  return { step, rows, tops }
}

/** The height in px of rows `first` to `end` (exclusive) as one line of the hang, whose gap stands before it. */
export function heightOfRows({ tops, step }: HangLayout, first: number, end: number): number {
  return end > first ? (tops[end] as number) - (tops[first] as number) - step.rowGap : 0
}

/** The row that stands at `y` px, the first or the last one beyond them. */
export function rowAt({ rows, tops }: HangLayout, y: number): number {
  let [low, high] = [0, Math.max(0, rows.length - 1)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] as number) <= y) low = middle
    else high = middle - 1
  }
  return low
}

/** The row that a work hangs in. */
export function rowOf({ rows }: Pick<HangLayout, 'rows'>, index: number): number {
  let [low, high] = [0, Math.max(0, rows.length - 1)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((rows[middle]?.start ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * The height of all rows behind the one with the work at `last`, as a CSS length for each step: the page is as long
 * as it will be before any script runs, so that the browser finds the way back to where one was.
 */
export function heightsBehind(ratios: readonly number[], last: number, acting: boolean): string[] {
  return HANG_STEPS.map((step) => {
    const rows = justifyRows(ratios, step)
    const rest = rows.slice(rowOf({ rows }, last) + 1)
    if (rest.length === 0) return '0px'
    let [share, px] = [0, -step.rowGap]
    for (const row of rest) {
      const { sum, gaps, filled } = shapeOfRow(ratios, row, step)
      share += filled / sum
      px += step.rowGap - gaps / sum
    }
    const rem = rest.length * labelRem(step, acting)
    return `calc(${(share * 100).toFixed(3)}cqw + ${px.toFixed(2)}px + ${rem}rem)`
  })
}
