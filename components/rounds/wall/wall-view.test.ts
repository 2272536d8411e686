import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shownNumbers, WALL_ORDERS, WALL_SHOWS, wallHref, wallView } from './wall-view.ts'

const orders = fc.constantFrom(...WALL_ORDERS)
const views = fc
  .record({
    order: orders,
    deal: fc.constantFrom(null, '0-00ff', '12-abcd'),
    show: fc.constantFrom(...WALL_SHOWS),
  })
  .map((view) => ({ ...view, deal: view.order === 'fair' ? view.deal : null }))

it('says in its address what it shows, and no more', () => {
  fc.assert(
    fc.property(views, orders, (view, usual) => {
      const { searchParams, pathname } = new URL(wallHref('two-inks', view, usual), 'http://verso.example')
      expect(pathname).toBe('/rounds/two-inks')
      expect(wallView(Object.fromEntries(searchParams), usual)).toEqual(view)
    }),
  )
  expect(wallHref('two-inks', { order: 'fair', deal: null, show: 'all' }, 'fair')).toBe('/rounds/two-inks')
})

it.each(['1', '1-00g0', '-00ff', '01-00ff', '1-00ff0', '1-00ff\n'])('reads the deal %j as none', (deal) => {
  expect(wallView({ order: 'fair', deal }, 'number').deal).toBeNull()
})

it('shows what this device knows of, in the order of the wall', () => {
  const kept = {
    picks: { numbers: [2, 5], passed: [1], ratings: new Map([[4, 3]]) },
    seen: new Set([1, 2, 5]),
  }
  const order = [5, 3, 1, 4, 2]
  expect(WALL_SHOWS.map((show) => shownNumbers(show, order, kept))).toEqual([
    [5, 3, 1, 4, 2],
    [3, 4],
    [5, 2],
    [1],
    [4],
  ])
})
