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
 * The container widths from which on the breaks are recomputed, for a width between them (globals.css, `.hang`);
 * between them rows scale with the wall and keep their works.
 */
export const HANG_STEPS: readonly (HangMeasure & { from: number; rowGap: number })[] = [
  { from: 0, width: 350, target: 230, gap: 12, rowGap: 18 },
  { from: 480, width: 600, target: 230, gap: 12, rowGap: 18 },
  { from: 760, width: 840, target: 318, gap: 24, rowGap: 32 },
  { from: 940, width: 1130, target: 318, gap: 24, rowGap: 32 },
  { from: 1240, width: 1400, target: 318, gap: 24, rowGap: 32 },
  { from: 1560, width: 1760, target: 318, gap: 24, rowGap: 32 },
  { from: 1960, width: 2200, target: 318, gap: 24, rowGap: 32 },
]

/**
 * The width of every work as a CSS length in per cent of the wall, less its share of the gaps. Rounded so
 * that the works of a row never exceed it, and with them the next work never fits: the flex line breaks here.
 */
export function hangWidths(ratios: readonly number[], measure: HangMeasure): string[] {
  return justifyRows(ratios, measure).flatMap((row) => rowWidths(ratios, row, measure))
}

/** The same for the works of one row. */
export function rowWidths(ratios: readonly number[], row: HangRow, measure: HangMeasure): string[] {
  const { sum, gaps, filled } = shapeOfRow(ratios, row, measure)
  return ratios.slice(row.start, row.end).map((ratio) => {
    const share = ratio / sum
    return `calc(${floor(share * filled * 100)}% - ${ceil(share * gaps)}px)`
  })
}

/** What a row is stretched by: its ratios together, its gaps in px, and the part of the wall that it fills. */
export function shapeOfRow(
  ratios: readonly number[],
  { start, end, height }: HangRow,
  { width, gap }: HangMeasure,
): { sum: number; gaps: number; filled: number } {
  let sum = 0
  for (let at = start; at < end; at += 1) sum += ratios[at] ?? 0
  const gaps = gap * (end - start - 1)
  return { sum, gaps, filled: Math.min(1, (sum * height + gaps) / width) }
}

const floor = (value: number) => Math.floor(value * 1000) / 1000
const ceil = (value: number) => Math.ceil(value * 100) / 100
