import type { FamilyId } from './options.ts'

/** Width and height of a sheet in points; the longer side is 1024. */
export type Format = readonly [wide: number, high: number]

type Formats = readonly [Format, ...Format[]]

const SQUARE: Format = [1024, 1024]

/** The narrowest sheet of moons: a calendar of one column. Wider ones lie between it and the square. */
export const NARROWEST_MOONS = 640

/** Every sheet that a family may choose, by its form. Nothing else decides the proportions of a work. */
export const FORMATS = {
  overprint: {
    found: [SQUARE, [820, 1024], [1024, 820], [768, 1024]],
    grid: [SQUARE, [1024, 860], [860, 1024]],
  },
  herbarium: {
    tall: [
      [760, 1024],
      [820, 1024],
      [880, 1024],
    ],
    broad: [[1024, 940]],
    even: [[940, 1024], SQUARE],
  },
  woodcut: {
    hills: [SQUARE, [1024, 768], [820, 1024], [1024, 640]],
    sea: [SQUARE, [1024, 700], [768, 1024], [1024, 560]],
    field: [SQUARE, [1024, 768], [820, 1024]],
    peak: [SQUARE, [1024, 768], [768, 1024], [1024, 680]],
  },
  waterlines: { chart: [SQUARE, [1024, 820], [820, 1024]] },
  strata: {
    section: [SQUARE, [1024, 820], [1024, 680], [860, 1024]],
    cores: [SQUARE, [820, 1024], [1024, 820]],
  },
  almanac: {
    moons: [[1024, 860], SQUARE, [NARROWEST_MOONS, 1024]],
    orbits: [SQUARE, [1024, 820], [820, 1024]],
    stars: [SQUARE, [860, 1024]],
  },
  weave: { cloth: [SQUARE, [820, 1024], [720, 1024], [1024, 860]] },
  wall: {
    front: [SQUARE, [820, 1024], [1024, 768], [768, 1024]],
    street: [SQUARE, [1024, 768], [1024, 680], [860, 1024]],
  },
} as const satisfies Record<FamilyId, Record<string, Formats>>
