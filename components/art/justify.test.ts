import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HANG_STEPS, hangWidths, justifyRows } from './justify.ts'

const WALL = { width: 1130, target: 318, gap: 24 }
const PHONE = { width: 350, target: 230, gap: 12 }

const ratios = fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { maxLength: 80 })
const measures = fc.constantFrom(...HANG_STEPS)

describe('justifyRows', () => {
  it('hangs the works of the wall four to a row, as drawn', () => {
    const works = [840 / 993, 1, 640 / 476, 624 / 800, 1, 1.3, 0.755, 1]
    const rows = justifyRows(works, WALL)
    expect(rows.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [4, 8],
    ])
    expect(rows[0]?.height).toBeCloseTo(266.5, 0)
    expect(rows[1]?.height).toBeCloseTo(260.9, 0)
  })

  it('hangs two works to a row on the phone', () => {
    expect(justifyRows([640 / 476, 840 / 993, 1, 0.78], PHONE).map(({ end }) => end)).toEqual([2, 4])
  })

  it('gives one row to a panorama and no row to nothing', () => {
    expect(justifyRows([5], WALL)).toEqual([{ start: 0, end: 1, height: 226 }])
    expect(justifyRows([], WALL)).toEqual([])
  })

  it('does not stretch the last row', () => {
    expect(justifyRows([1, 1, 1, 1, 1], WALL).at(-1)).toEqual({ start: 4, end: 5, height: 318 })
  })

  it('hangs every work once, in order, and fills each row but the last', () => {
    fc.assert(
      fc.property(ratios, measures, (works, measure) => {
        const rows = justifyRows(works, measure)
        expect(rows.flatMap(({ start, end }) => works.slice(start, end))).toEqual(works)
        rows.forEach(({ start, end, height }, index) => {
          expect(end).toBeGreaterThan(start)
          expect(height).toBeLessThanOrEqual(measure.target)
          const sum = works.slice(start, end).reduce((total, ratio) => total + ratio, 0)
          const used = sum * height + measure.gap * (end - start - 1)
          if (index < rows.length - 1) expect(used).toBeCloseTo(measure.width, 6)
          else expect(used).toBeLessThanOrEqual(measure.width + 1e-6)
        })
      }),
    )
  })
})

describe('hangWidths', () => {
  const px = (css: string | undefined, wall: number) => {
    const found = /^calc\(([\d.]+)% - ([\d.]+)px\)$/.exec(css ?? '')
    if (!found) throw new Error(`not a width: ${css}`)
    return (Number(found[1]) * wall) / 100 - Number(found[2])
  }

  it('breaks flex lines exactly where the rows break, at any width of the wall', () => {
    fc.assert(
      fc.property(
        ratios,
        measures,
        fc.double({ min: 0.8, max: 1.3, noNaN: true }),
        (works, measure, scale) => {
          const wall = measure.width * scale
          const widths = hangWidths(works, measure).map((css) => px(css, wall))
          const breaks: number[] = []
          let line = 0
          widths.forEach((width, index) => {
            if (index > 0 && line + measure.gap + width > wall) {
              breaks.push(index)
              line = width
            } else line += (line > 0 ? measure.gap : 0) + width
          })
          const rows = justifyRows(works, measure)
          expect(breaks).toEqual(rows.slice(1).map(({ start }) => start))
        },
      ),
    )
  })

  it('gives the works of a row one height', () => {
    const works = [0.85, 1, 1.345, 0.78]
    const heights = hangWidths(works, WALL).map((css, index) => px(css, 1130) / (works[index] ?? 1))
    for (const height of heights) expect(height).toBeCloseTo(266, 0)
  })
})
