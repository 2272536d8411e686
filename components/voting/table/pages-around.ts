/** Works are read in pages of their numbers. */
export const PAGE_WORKS = 60
/** So many works ahead and behind are read before they are reached. */
const AHEAD = 40
const BEHIND = 20

/** The number with which the page of a work begins. */
export const firstOfPage = (number: number) => Math.floor((number - 1) / PAGE_WORKS) * PAGE_WORKS + 1

/** The pages, by the number each begins with, that hold the works around a place. */
export function pagesAround(order: readonly number[], place: number): number[] {
  const near = order.slice(Math.max(0, place - BEHIND), place + AHEAD)
  return [...new Set(near.map(firstOfPage))]
}
