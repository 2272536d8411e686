import fc from 'fast-check'
import { expect, it } from 'vitest'
import { heightOfRows, heightsBehind, layHang, rowAt, rowOf } from './hang-window.ts'
import { HANG_STEPS } from './justify.ts'

const ratios = fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 1, maxLength: 120 })
const measure = fc.record({
  width: fc.integer({ min: 280, max: 2600 }),
  rem: fc.constantFrom(16, 20, 32),
  acting: fc.boolean(),
})

it('stands each row under the one before, and finds the row of every height and work', () => {
  fc.assert(
    fc.property(ratios, measure, (works, wall) => {
      const layout = layHang(works, wall)
      for (const [at, row] of layout.rows.entries()) {
        const top = layout.tops[at] as number
        const foot = layout.tops[at + 1] as number
        expect(foot).toBeGreaterThan(top)
        expect(rowAt(layout, top)).toBe(at)
        expect(rowAt(layout, (top + foot) / 2)).toBe(at)
        expect(rowOf(layout, row.start)).toBe(at)
        expect(rowOf(layout, row.end - 1)).toBe(at)
      }
      expect(rowAt(layout, -1)).toBe(0)
      expect(rowAt(layout, Number.MAX_SAFE_INTEGER)).toBe(layout.rows.length - 1)
    }),
  )
})

it('is as high in parts as in one', () => {
  fc.assert(
    fc.property(ratios, measure, fc.nat(), (works, wall, cut) => {
      const layout = layHang(works, wall)
      const end = layout.rows.length
      const at = cut % (end + 1)
      const gaps = at > 0 && at < end ? layout.step.rowGap : 0
      const parts = heightOfRows(layout, 0, at) + heightOfRows(layout, at, end) + gaps
      expect(parts).toBeCloseTo(heightOfRows(layout, 0, end), 6)
    }),
  )
})

const CSS = /^calc\(([\d.]+)cqw \+ (-?[\d.]+)px \+ ([\d.]+)rem\)$/

it('tells the page beforehand how high the rest will be', () => {
  fc.assert(
    fc.property(ratios, measure, fc.nat(), (works, wall, cut) => {
      const layout = layHang(works, wall)
      const last = cut % works.length
      const css = heightsBehind(works, last, wall.acting)[HANG_STEPS.indexOf(layout.step)] ?? ''
      const [, share = '0', px = '0', rem = '0'] = CSS.exec(css) ?? []
      const said = (Number(share) / 100) * wall.width + Number(px) + Number(rem) * wall.rem
      const rows = layout.rows.length
      expect(said).toBeCloseTo(heightOfRows(layout, rowOf(layout, last) + 1, rows), 0)
    }),
  )
})
