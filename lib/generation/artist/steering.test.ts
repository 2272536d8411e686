import { describe, expect, test } from 'vitest'
import { drawReading } from './draw.ts'
import type { Picture } from './measured-inks.ts'
import {
  countBands,
  countShapes,
  crossings,
  edgeOf,
  gradients,
  obliqueness,
  redness,
  shareOf,
} from './measured-picture.ts'
import { readBrief } from './words.ts'

/** Draws a brief from a seed of its own, so that two briefs differ by nothing but what their words move. */
const at = (size: number) => (prompt: string, seed: number) =>
  drawReading(readBrief(prompt, seed), seed * 7919, { width: size, height: size })

/** The mean of a measure over seeds. */
function meanOf(
  measure: (picture: Picture) => number,
  prompt: string,
  { seeds = 3, size = 224 } = {},
): number {
  let sum = 0
  for (let seed = 1; seed <= seeds; seed++) sum += measure(at(size)(prompt, seed))
  return sum / seeds
}

/** How far the pale plant's upper half stands from its lower half, as a share of the width. */
function lean({ width, height, rgb }: Picture): number {
  const sums = [0, 0]
  const counts = [0, 0]
  for (let y = Math.floor(height * 0.15); y < height * 0.85; y++) {
    for (let x = Math.floor(width * 0.2); x < width * 0.8; x++) {
      if ((rgb[(y * width + x) * 3] ?? 0) < 110) continue
      const half = y < height / 2 ? 0 : 1
      sums[half] = (sums[half] ?? 0) + x
      counts[half] = (counts[half] ?? 0) + 1
    }
  }
  const mean = (half: number) => (sums[half] ?? 0) / Math.max(1, counts[half] ?? 0)
  return Math.abs(mean(0) - mean(1)) / width
}

describe('colour words', () => {
  test.each(['overprinted shapes', 'fern', 'three hills', 'seven islands', 'canyon', 'moons at noon'])(
    '%s',
    (subject) => {
      const inked = (colour: string) => meanOf(redness, `${subject} in ${colour}`)
      expect(inked('red')).toBeGreaterThan(inked('green') + 1.5)
    },
  )
})

describe('density words', () => {
  const lines = (picture: Picture) => crossings(picture)
  const blades = (picture: Picture) => crossings(picture, 110)
  const beds = (picture: Picture) => gradients(picture).down
  test.each([
    ['grid of triangles', lines, 320],
    ['overprinted shapes', lines, 320],
    ['meadow grass', blades, 448],
    ['valley', lines, 448],
    ['coast', lines, 384],
    // So small that rock signs melt away and only beds are left.
    ['canyon', beds, 96],
    ['constellations', lines, 384],
  ] as const)('%s', (subject, measure, size) => {
    const amount = (word: string) =>
      meanOf(measure, `${word} ${subject} in one ink, black`, { size, seeds: 2 })
    expect(amount('dense')).toBeGreaterThan(1.12 * amount('sparse'))
  })
})

describe('counts, in the pixels', () => {
  test.each([4, 9, 20])('%i circles are so many shapes', (count) => {
    expect(countShapes(at(384)(`a grid of ${count} circles in one ink, black`, 5))).toBe(count)
  })

  test.each([3, 8, 15])('%i moons are so many shapes', (count) => {
    const picture = at(512)(`${count} moons in one ink, black`, 5)
    expect(countShapes(picture, { level: 24, gap: 3, least: 120 })).toBe(count)
  })

  test.each([3, 5, 9])('%i drill cores are so many bands', (count) => {
    expect(countBands(at(384)(`${count} drill cores in brown`, 4))).toBe(count)
  })

  test('more islands are more shores', () => {
    const lines = (count: string) => meanOf(crossings, `${count} in one ink, black`, { size: 384 })
    expect(lines('fourteen islands')).toBeGreaterThan(1.2 * lines('one island'))
  })

  test('more hills are more skylines', () => {
    const haloes = (picture: Picture) => gradients(picture).down
    const lines = (count: string) => meanOf(haloes, `${count} in one ink, black, no sun`)
    expect(lines('six hills')).not.toBeCloseTo(lines('one hill'), 1)
  })

  test('more blades break up the coat', () => {
    const blades = (picture: Picture) => crossings(picture, 110)
    const amount = (count: string) => meanOf(blades, `${count}, blue`, { size: 384 })
    expect(amount('thirty blades of grass')).toBeGreaterThan(1.15 * amount('five blades of grass'))
  })
})

describe('motion words', () => {
  test('windblown stems lean, still ones do not', () => {
    const options = { seeds: 4 }
    expect(meanOf(lean, 'windblown parsley, one stem, blue', options)).toBeGreaterThan(
      1.5 * meanOf(lean, 'still parsley, one stem, blue', options),
    )
  })

  test.each([
    ['overprint', 'overprinted shapes'],
    ['strata', 'canyon'],
    ['almanac', 'six moons in one ink'],
  ])('%s: %s turn away from the level', (_, subject) => {
    const level = meanOf(obliqueness, `still ${subject}`)
    expect(meanOf(obliqueness, `wild ${subject}`)).toBeGreaterThan(1.04 * level)
  })

  test('steep islands stand higher than level ones', () => {
    const dark = (picture: Picture) => shareOf(picture, (r) => r < 150)
    const land = (word: string) =>
      meanOf(dark, `${word} sea, three islands, one ink, black, no sun`, { size: 320 })
    expect(land('steep')).toBeGreaterThan(1.02 * land('level'))
  })

  test('a jagged shore is longer than a still one', () => {
    const shore = (picture: Picture) => edgeOf(picture, (r, g) => r > g + 13)
    const length = (word: string) =>
      meanOf(shore, `${word} shore of one isle in two inks, black and red, on rag paper`, { size: 160 })
    expect(length('jagged')).toBeGreaterThan(1.05 * length('still'))
  })
})
