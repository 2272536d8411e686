import { describe, expect, test } from 'vitest'
import { draw } from './draw.ts'
import { countInks } from './measured-inks.ts'

const SUBJECTS = [
  'overprinted shapes',
  'a grid of quarter circles',
  'a fern',
  'three hills',
  'seven islands',
  'a canyon',
  'moons at noon',
  'orbits at noon',
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
