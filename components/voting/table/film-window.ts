/** Height of a picture on the strip and the air between two, in CSS px. */
export const FILM_HEIGHT = 64
export const FILM_GAP = 14

const NARROWEST = 36
const WIDEST = 136

/** Width on the strip from the ratio (width / height) alone; a work that is not read yet counts as a square. */
export const filmWidth = (ratio = 1): number =>
  Math.round(Math.min(WIDEST, Math.max(NARROWEST, FILM_HEIGHT * ratio)))

/** Where each place begins on the strip, and last where one more would begin. */
export function filmLefts(count: number, ratioOf: (place: number) => number | undefined): number[] {
  const lefts = [0]
  for (let at = 0, x = 0; at < count; at += 1) {
    x += filmWidth(ratioOf(at)) + FILM_GAP
    lefts.push(x)
  }
  return lefts
}

export type FilmCell = { place: number; x: number; width: number }

/** The cells that can be seen around a place: `before` px to the left of where it begins, `after` px to the right. */
export function filmWindow(
  lefts: readonly number[],
  place: number,
  { before, after }: { before: number; after: number },
): FilmCell[] {
  const left = (at: number) => lefts[at] ?? 0
  let first = place
  while (first > 0 && left(first) > left(place) - before) first -= 1
  const cells: FilmCell[] = []
  for (let at = first; at < lefts.length - 1 && left(at) <= left(place) + after; at += 1)
    cells.push({ place: at, x: left(at), width: left(at + 1) - left(at) - FILM_GAP })
  return cells
}
