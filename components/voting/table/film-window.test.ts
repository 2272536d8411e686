import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FILM_GAP, filmLefts, filmWidth, filmWindow } from './film-window.ts'

const SIGHT = { before: 500, after: 900 }

describe('filmWindow', () => {
  it('puts the works beside each other with the gap between, at the same x wherever one is', () => {
    const ratios = [1, 2, 0.75, 1]
    const lefts = filmLefts(4, (place) => ratios[place])
    for (const place of ratios.keys())
      expect(filmWindow(lefts, place, SIGHT)).toEqual([
        { place: 0, x: 0, width: 64 },
        { place: 1, x: 78, width: 128 },
        { place: 2, x: 220, width: 48 },
        { place: 3, x: 282, width: 64 },
      ])
  })

  it('takes a work that is not read yet for a square', () => {
    expect(filmWidth(undefined)).toBe(64)
  })

  it('holds a constant number of cells, however many works there are, without a hole or an overlap', () => {
    const ratio = fc.double({ min: 0.2, max: 5, noNaN: true })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ratio,
        (count, at, r) => {
          const place = Math.min(count - 1, Math.floor(count * at))
          const lefts = filmLefts(count, () => r)
          const here = lefts[place] ?? 0
          const cells = filmWindow(lefts, place, SIGHT)
          expect(cells.length).toBeLessThanOrEqual((SIGHT.before + SIGHT.after) / (36 + FILM_GAP) + 2)
          expect(cells.find((cell) => cell.place === place)?.x).toBe(here)
          for (const [index, cell] of cells.slice(1).entries()) {
            const before = cells[index]
            expect(cell.place).toBe((before?.place ?? 0) + 1)
            expect(cell.x).toBe((before?.x ?? 0) + (before?.width ?? 0) + FILM_GAP)
          }
          const [first, last] = [cells[0], cells.at(-1)]
          if (first && first.place > 0) expect(first.x).toBeLessThanOrEqual(here - SIGHT.before)
          if (last && last.place < count - 1)
            expect(last.x + last.width + FILM_GAP).toBeGreaterThan(here + SIGHT.after)
        },
      ),
    )
  })
})
