import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Frieze } from './frieze.tsx'
import { Hang, type HungWork, sizesInRow } from './hang.tsx'
import { HANG_STEPS, hangWidths } from './justify.ts'

const work = (number: number, width: number, height: number): HungWork => ({
  number,
  title: `Work ${number}`,
  creator: 'Ines Okafor',
  standing: 'candidate',
  href: `/works/${number}`,
  picture: { src: `/${number}.webp`, width, height, alt: '' },
})

const works = [
  work(47, 840, 993),
  work(12, 1024, 1024),
  work(88, 640, 476),
  work(31, 624, 800),
  work(5, 1, 1),
]

describe('Hang', () => {
  const html = renderToStaticMarkup(<Hang works={works} label="5 works" eager={2} />)

  it('keeps reading order and reserves every rectangle before a picture is here', () => {
    expect([...html.matchAll(/href="\/works\/(\d+)"/g)].map(([, number]) => Number(number))).toEqual([
      47, 12, 88, 31, 5,
    ])
    expect(html.match(/aspect-ratio:/g)).toHaveLength(5)
  })

  it('gives each work one width per step, and fetches only the first at once', () => {
    HANG_STEPS.forEach((_, step) => {
      expect(html.match(new RegExp(`--h${step}:calc\\(`, 'g'))).toHaveLength(5)
    })
    expect(html.match(/loading="eager"/g)).toHaveLength(2)
    expect(html.match(/loading="lazy"/g)).toHaveLength(3)
  })

  it('fades in only what is hung while one looks', () => {
    const [first, second] = works
    if (!first || !second) throw new Error('too few works')
    const html = renderToStaticMarkup(<Hang works={[first, { ...second, live: true }]} label="2 works" />)
    expect(
      html
        .split('<li ')
        .slice(1)
        .map((item) => item.includes('hung-now')),
    ).toEqual([false, true])
  })
})

it('says how wide a work is in its row for the widths of a wide window', () => {
  const steps = HANG_STEPS.map((step) => hangWidths([1, 1, 1, 1], step)[0] ?? '')
  const sizes = sizesInRow(steps).split(', ')
  expect(sizes.slice(0, 3)).toEqual([
    '(width < 50rem) 60vw',
    '(width < 75rem) 40vw',
    '(resolution > 1dppx) 26vw',
  ])
  // The hang is 1,130 px wide in a window of 1,440: four to a row, three gaps of 24 px between them.
  expect(sizes[3]).toBe('(width < 1550px) calc(25 * (1vw - 3.1px) - 18px)')
  expect(sizes).toHaveLength(7)
})

it('draws a cell for each place, also when more works hang than the round has room for', () => {
  const hung = works.map(({ href, title }) => ({ href, title, src: '/t.webp' }))
  const cells = (places: number) =>
    renderToStaticMarkup(<Frieze places={places} works={hung} />).match(/<li/g)
  expect(cells(24)).toHaveLength(24)
  expect(cells(3)).toHaveLength(5)
})
