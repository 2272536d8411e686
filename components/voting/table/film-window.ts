/** Height of a picture on the strip and the air between two, in CSS px. */
export const FILM_HEIGHT = 64
export const FILM_GAP = 14

const NARROWEST = 36
const WIDEST = 136

/** Width on the strip from the ratio (width / height) alone; a work that is not read yet counts as a square. */
export const filmWidth = (ratio = 1): number =>
  Math.round(Math.min(WIDEST, Math.max(NARROWEST, FILM_HEIGHT * ratio)))

export type FilmCell = { place: number; x: number; width: number }

/**
 * The cells that can be seen around a place: the one at `place` begins at 0, and cells are added while they
 * begin within `before` px on its left and `after` px on its right. Costs what is seen, never the whole strip.
 */
export function filmWindow(
  count: number,
  place: number,
  ratioOf: (place: number) => number | undefined,
  { before, after }: { before: number; after: number },
): FilmCell[] {
  const cells: FilmCell[] = []
  for (let at = place, x = 0; at < count && x <= after; at += 1) {
    const width = filmWidth(ratioOf(at))
    cells.push({ place: at, x, width })
    x += width + FILM_GAP
  }
  for (let at = place - 1, x = 0; at >= 0 && x > -before; at -= 1) {
    const width = filmWidth(ratioOf(at))
    x -= width + FILM_GAP
    cells.unshift({ place: at, x, width })
  }
  return cells
}
