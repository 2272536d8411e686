import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LookBars } from './look-bars.tsx'
import type { LookBin } from './look-bins.ts'

/** More than a digit takes at the size of the axis. */
const DIGIT = 7

function axisOf(bins: readonly LookBin[]) {
  const svg = renderToStaticMarkup(<LookBars bins={bins} />)
  const width = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  const figures = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words)
  return { width, figures, taken: figures.join(' ').length * DIGIT }
}

it.each([
  ['one bar', [12_345]],
  ['two bars', [12_345, 12_346]],
  ['many bars', Array.from({ length: 24 }, (_, at) => 12_345 + at)],
])('the figures of a long record have room under %s', (_, seen) => {
  const { width, figures, taken } = axisOf(seen.map((from) => ({ from, to: from, works: 3 })))
  expect(figures[0]).toBe('12,345')
  expect(width).toBeGreaterThanOrEqual(taken)
})

it('is drawn for a round without works too', () => {
  expect(axisOf([]).width).toBeGreaterThan(0)
})
