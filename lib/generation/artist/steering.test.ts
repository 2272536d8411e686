import { describe, expect, test } from 'vitest'
import { drawReading } from './draw.ts'
import type { Picture } from './measured-inks.ts'
import {
  alternations,
  bandsDown,
  brightness,
  countBands,
  countShapes,
  crossings,
  edgeOf,
  gradients,
  lean,
  obliqueness,
  redness,
  warmth,
} from './measured-picture.ts'
import { FAMILIES, type FamilyId } from './options.ts'
import { readBrief } from './words.ts'

/** Draws a brief from a seed of its own, so that two briefs differ by nothing but what their words move. */
function drawn(prompt: string, seed: number, size: number) {
  return drawReading(readBrief(prompt, seed), seed * 7919, { width: size, height: size })
}

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1)

/** Forty drawings take half a second of a core; a crowded machine may need long to give it. */
const PATIENCE = 120_000

/** In so many of the twenty seeds, at least, a word has to move the picture the way it says. */
const MAJORITY = 18

const levels = (picture: Picture) => gradients(picture).down
const blades = (picture: Picture) => crossings(picture, 110)
const shore = (picture: Picture) => edgeOf(picture, (r, g) => r > g + 13)
const lines = (picture: Picture) => crossings(picture)
const shapes = (picture: Picture) => countShapes(picture)

type Row = readonly [
  family: FamilyId,
  kind: 'colour' | 'density' | 'motion' | 'geometry' | 'time',
  less: string,
  more: string,
  measure: (picture: Picture) => number,
  size: number,
]

/** Of two briefs the measure is greater on the second. */
const ROWS: readonly Row[] = [
  ['overprint', 'colour', 'overprinted shapes in green', 'overprinted shapes in red', redness, 48],
  ['overprint', 'density', 'sparse grid of triangles', 'dense grid of triangles', alternations, 128],
  ['overprint', 'motion', 'still overprinted squares', 'wild overprinted squares', obliqueness, 128],
  ['overprint', 'geometry', 'four circles', 'thirty circles', shapes, 112],
  ['overprint', 'time', 'overprinted shapes at night', 'overprinted shapes at noon', brightness, 48],
  ['herbarium', 'colour', 'ginkgo in green', 'ginkgo in red', redness, 48],
  ['herbarium', 'density', 'sparse meadow grass', 'dense meadow grass', blades, 176],
  ['herbarium', 'motion', 'still parsley, one stem, blue', 'windblown parsley, one stem, blue', lean, 96],
  ['herbarium', 'geometry', 'five blades of grass, blue', 'thirty blades of grass, blue', blades, 128],
  ['herbarium', 'time', 'seaweed at night', 'seaweed in autumn', warmth, 48],
  ['woodcut', 'colour', 'three hills in green', 'three hills in red', redness, 48],
  ['woodcut', 'density', 'sparse field in one ink', 'dense field in one ink', alternations, 192],
  ['woodcut', 'motion', 'level hills', 'steep hills', obliqueness, 160],
  ['woodcut', 'geometry', 'one hill, no sun', 'six hills, no sun', levels, 112],
  ['woodcut', 'time', 'three hills at night', 'three hills at noon', brightness, 48],
  ['waterlines', 'colour', 'seven islands in green', 'seven islands in red', redness, 64],
  ['waterlines', 'density', 'sparse coast', 'dense coast', lines, 160],
  [
    'waterlines',
    'motion',
    'still shore of one isle in two inks, black and red, on rag paper',
    'jagged shore of one isle in two inks, black and red, on rag paper',
    shore,
    160,
  ],
  ['waterlines', 'geometry', 'one island', 'fourteen islands', lines, 128],
  ['waterlines', 'time', 'seven islands at night', 'seven islands at noon', brightness, 64],
  ['strata', 'colour', 'canyon in green', 'canyon in red', redness, 48],
  // So small that rock signs melt away and only beds are left.
  ['strata', 'density', 'sparse canyon in one ink', 'dense canyon in one ink', levels, 96],
  ['strata', 'motion', 'still canyon', 'wild canyon', obliqueness, 96],
  ['strata', 'geometry', 'three drill cores', 'nine drill cores', countBands, 112],
  ['strata', 'time', 'canyon in winter', 'canyon in autumn', warmth, 64],
  ['almanac', 'colour', 'moons at noon in green', 'moons at noon in red', redness, 64],
  ['almanac', 'density', 'sparse constellations', 'dense constellations', lines, 128],
  ['almanac', 'motion', 'six still moons in one ink', 'six wild moons in one ink', obliqueness, 192],
  ['almanac', 'geometry', 'two orbits', 'ten orbits', alternations, 128],
  ['almanac', 'time', 'moons at night', 'moons at noon', brightness, 64],
  ['weave', 'colour', 'plaid in green', 'plaid in red', redness, 48],
  ['weave', 'density', 'sparse plaid', 'dense plaid', (picture) => gradients(picture).across, 160],
  ['weave', 'motion', 'still blanket', 'wild blanket', obliqueness, 80],
  ['weave', 'geometry', 'two stripes', 'nine stripes', bandsDown, 64],
  ['weave', 'time', 'plaid at night', 'plaid at noon', brightness, 64],
  ['wall', 'colour', 'a street in green', 'a street in red', redness, 48],
  ['wall', 'density', 'sparse street at noon', 'dense street at noon', alternations, 160],
  ['wall', 'motion', 'still windows at noon', 'wild windows at noon', obliqueness, 144],
  ['wall', 'geometry', 'six windows at noon', 'forty windows at noon', alternations, 128],
  ['wall', 'time', 'a street at night', 'a street at noon', brightness, 48],
]

describe(`a word moves the picture in ${MAJORITY} of ${SEEDS.length} seeds`, () => {
  test.each(ROWS)(
    '%s, %s: %s < %s',
    (family, _, less, more, measure, size) => {
      const moved = SEEDS.filter((seed) => {
        const [one, other] = [drawn(less, seed, size), drawn(more, seed, size)]
        expect([one.family, other.family]).toEqual([family, family])
        return measure(other) > measure(one)
      })
      expect(moved.length).toBeGreaterThanOrEqual(MAJORITY)
    },
    PATIENCE,
  )

  test('every family answers to every kind of word', () => {
    const answers = new Set(ROWS.map(([family, kind]) => `${family} ${kind}`))
    const kinds = ['colour', 'density', 'motion', 'geometry', 'time']
    expect([...answers].sort()).toEqual(
      FAMILIES.flatMap((family) => kinds.map((kind) => `${family} ${kind}`)).sort(),
    )
  })
})

describe('counts, in the pixels', () => {
  test.each([4, 9, 20])('%i circles are so many shapes', (count) => {
    expect(countShapes(drawn(`a grid of ${count} circles in one ink, black`, 5, 384))).toBe(count)
  })

  test.each([3, 8, 15])('%i moons are so many shapes', (count) => {
    const picture = drawn(`${count} moons in one ink, black`, 5, 512)
    expect(countShapes(picture, { level: 24, gap: 3, least: 120 })).toBe(count)
  })

  test.each([3, 5, 9])('%i drill cores are so many bands', (count) => {
    expect(countBands(drawn(`${count} drill cores in brown`, 4, 384))).toBe(count)
  })

  test.each([1, 4, 7])('%i lit windows at night are so many lights', (count) => {
    const picture = drawn(`forty windows at night, ${count} lit`, 6, 512)
    const lights = { ...picture, rgb: picture.rgb.slice() }
    // Only what is brighter than any paper in shadow and yellower than any paper is left.
    for (let at = 0; at < lights.rgb.length; at += 3) {
      const [r = 0, , b = 0] = picture.rgb.subarray(at, at + 3)
      lights.rgb.fill(r > 150 && r - b > 60 ? 255 : 0, at, at + 3)
    }
    expect(countShapes(lights, { gap: 3, least: 60 })).toBe(count)
  })
})
