import { describe, expect, test } from 'vitest'
import { draw } from './draw.ts'
import { countInks } from './measured-inks.ts'
import { shareOf } from './measured-picture.ts'

const SUBJECTS = [
  'overprinted shapes',
  'a grid of quarter circles',
  'a fern',
  'three hills',
  'seven islands',
  'a canyon',
  'moons at noon',
  'orbits at noon',
  'a brick wall',
  'a street',
] as const

const inksOf = (prompt: string, seed: number, trace?: number) =>
  countInks(draw({ prompt, seed, width: 352, height: 352 }), trace)

describe('inks besides the paper, counted in the pixels', () => {
  test.each(SUBJECTS)('%s in two inks shows two', (subject) => {
    expect(inksOf(`${subject} in two inks, blue and red`, 2)).toBe(2)
  })

  test.each(SUBJECTS)('%s in two inks, unnamed, shows two', (subject) => {
    expect(inksOf(`${subject} in two inks`, 3)).toBe(2)
  })

  test.each(SUBJECTS)('%s in one ink shows one', (subject) => {
    expect(inksOf(`${subject} in one ink, blue`, 1)).toBe(1)
  })

  test.each(SUBJECTS)('%s in three inks shows more than two', (subject) => {
    expect(inksOf(`${subject} in three inks: blue, red and yellow`, 2, 0.0012)).toBeGreaterThan(2)
  })
})

/** What is strongly blue, red or yellow: threads are shaded, so their inks cannot be told by absorption. */
const DYES = {
  blue: (r: number, _: number, b: number) => b > r + 35,
  red: (r: number, g: number, b: number) => r > g + 60 && r > b + 40,
  yellow: (r: number, g: number, b: number) => g > b + 60 && r - g < 50,
}

describe('dyes besides the undyed yarn, told in the pixels', () => {
  test.each([
    ['one ink, blue', ['blue']],
    ['two inks, blue and red', ['blue', 'red']],
    ['three inks: blue, red and yellow', ['blue', 'red', 'yellow']],
  ])('stripes in %s', (inks, dyed) => {
    for (const seed of [1, 2, 3, 4]) {
      const picture = draw({
        prompt: `seven stripes in ${inks}, on rag paper`,
        seed,
        width: 352,
        height: 352,
      })
      const seen = Object.entries(DYES).filter(([, test]) => shareOf(picture, test) > 0.004)
      expect(seen.map(([name]) => name)).toEqual(dyed)
    }
  })
})
