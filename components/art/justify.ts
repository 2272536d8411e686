/** One way to hang: how wide the wall is, how high a row should be, how much air there is. In CSS px. */
export type HangMeasure = { width: number; target: number; gap: number }

/** Works `start` to `end` (exclusive) share one row of this height. */
export type HangRow = { start: number; end: number; height: number }

/**
 * Breaks works into rows that fill the width, in reading order, from ratios (width / height) alone.
 * A row takes works until it is no higher than the target; the last row keeps the target and its rest stays free.
 */
export function justifyRows(ratios: readonly number[], { width, target, gap }: HangMeasure): HangRow[] {
  const rows: HangRow[] = []
  let start = 0
  let sum = 0
  for (const [index, ratio] of ratios.entries()) {
    sum += ratio
    const height = heightOf(sum, index - start + 1, width, gap)
    if (height > target) continue
    rows.push({ start, end: index + 1, height })
    start = index + 1
    sum = 0
  }
  if (start < ratios.length) rows.push({ start, end: ratios.length, height: target })
  return rows
}

const heightOf = (sum: number, count: number, width: number, gap: number) => (width - gap * (count - 1)) / sum

/**
 * Container widths at which the breaks are recomputed. A step holds from the previous limit to its own
 * (globals.css, `.hang`); between them rows scale with the wall and keep their works.
 */
export const HANG_STEPS: readonly HangMeasure[] = [
  { width: 350, target: 230, gap: 12 },
  { width: 600, target: 230, gap: 12 },
  { width: 840, target: 318, gap: 24 },
  { width: 1130, target: 318, gap: 24 },
  { width: 1400, target: 318, gap: 24 },
  { width: 1760, target: 318, gap: 24 },
  { width: 2200, target: 318, gap: 24 },
]

/**
 * The width of every work as a CSS length in per cent of the wall, less its share of the gaps. Rounded so
 * that the works of a row never exceed it, and with them the next work never fits: the flex line breaks here.
 */
export function hangWidths(ratios: readonly number[], measure: HangMeasure): string[] {
  return justifyRows(ratios, measure).flatMap(({ start, end, height }) => {
    const row = ratios.slice(start, end)
    const sum = row.reduce((total, ratio) => total + ratio, 0)
    const gaps = measure.gap * (row.length - 1)
    const filled = Math.min(1, (sum * height + gaps) / measure.width)
    return row.map((ratio) => {
      const share = ratio / sum
      return `calc(${floor(share * filled * 100)}% - ${ceil(share * gaps)}px)`
    })
  })
}

const floor = (value: number) => Math.floor(value * 1000) / 1000
const ceil = (value: number) => Math.ceil(value * 100) / 100
