import { describe, expect, test } from 'vitest'
import works from './artist-sheet.json' with { type: 'json' }
import { draw } from './draw.ts'
import { blockHash, hashDistance } from './measured-distance.ts'
import { FAMILIES } from './options.ts'
import { readBrief } from './words.ts'

/** Share of differing bits under which two works of different families would hang as one. */
const NEAREST = 0.25

// At full size: the grain of the sheet decides bits of blocks that are all paper.
const drawn = works.map((work) => {
  const drawing = draw(work)
  return { work, family: drawing.family, hash: blockHash(drawing) }
})

describe('the sheet of the artist', () => {
  test('hangs three works of every family, each from a brief of its own', () => {
    const families = drawn.map(({ family }) => family)
    expect(families).toEqual(works.map(({ family }) => family))
    expect(families.toSorted()).toEqual(FAMILIES.flatMap((family) => [family, family, family]).toSorted())
    expect(new Set(works.map(({ prompt }) => prompt)).size).toBe(24)
  })

  test.each(works)('$prompt: its words steer the artist', ({ prompt, seed }) => {
    expect(readBrief(prompt, seed).moved.length).toBeGreaterThan(2)
  })

  test(`no two of different families are nearer than ${NEAREST}`, () => {
    const hung = drawn.map(({ work, hash }) => ({ ...work, hash }))
    const near = hung.flatMap((one, index) =>
      hung
        .slice(index + 1)
        .filter((other) => other.family !== one.family && hashDistance(one.hash, other.hash) < NEAREST)
        .map((other) => `${one.prompt} | ${other.prompt}`),
    )
    expect(near).toEqual([])
  })
})

describe('distance of block hashes', () => {
  const hashOf = (prompt: string, seed: number, size = 128) =>
    blockHash(draw({ prompt, seed, width: size, height: size }))

  test('is nothing from a picture to itself, and little to itself in another size', () => {
    const hash = hashOf('three hills', 1)
    expect(hashDistance(hash, hash)).toBe(0)
    expect(hashDistance(hash, hashOf('three hills', 1, 320))).toBeLessThan(0.1)
  })

  test('finds two pictures of one composition near', () => {
    const moons = hashDistance(
      hashOf('twelve moons in black at noon', 1),
      hashOf('twelve moons in black at noon', 2),
    )
    expect(moons).toBeLessThan(NEAREST)
  })
})
