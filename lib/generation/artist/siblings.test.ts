import { describe, expect, it } from 'vitest'
import { draw } from './draw.ts'
import { hashText } from './random.ts'
import { siblingsOf } from './siblings.ts'

const BRIEFS = [
  'Nine islands in fog, slate and vermilion, sparse',
  'Three hills at dusk, one red sun going under',
  'Cow parsley, three stems, windblown',
  'Strata in ochre and brown, two faults',
  'Orbits of six planets',
  'Overprinted circles, black over orange',
  'nothing that it knows',
] as const

const box = { width: 96, height: 96 }

/** Share of the pixels that differ; all of them where the sheets do. */
function distance(one: ReturnType<typeof draw>, other: ReturnType<typeof draw>): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  const differing = one.rgb.filter((value, at) => Math.abs(value - (other.rgb[at] ?? 0)) >= 12)
  return differing.length / one.rgb.length
}

describe.each(BRIEFS)('siblings of “%s”', (text) => {
  const [seed, ground] = [4812, hashText(text)]
  const parent = draw({ prompt: text, seed, ...box })
  const siblings = siblingsOf({ text, seed, ground }, text, 0)
  const drawn = siblings.map((sibling) => draw({ prompt: sibling.text, seed, ground, ...box }))

  it('are of its family, none its copy, no two alike', () => {
    expect(siblings.length).toBeGreaterThanOrEqual(4)
    expect(drawn.map(({ family }) => family)).toEqual(siblings.map(() => parent.family))
    const all = [parent, ...drawn]
    all.forEach((one, at) => {
      for (const other of all.slice(at + 1)) expect(distance(one, other)).toBeGreaterThan(0.005)
    })
  })

  it('are nearer to it than works from other seeds', () => {
    const others = [11, 77, 501, 90_210, 31_337].map((own) => draw({ prompt: text, seed: own, ...box }))
    const [near, far] = [drawn, others].map((works) =>
      Math.min(...works.map((work) => distance(parent, work))),
    )
    expect(near).toBeLessThan(far ?? 0)
  })

  it('begin with the move asked for, and move something else each', () => {
    const moved = siblings.map((sibling) => sibling.moved)
    expect(new Set(moved).size).toBe(moved.length)
    const later = siblingsOf({ text, seed, ground }, text, 3).map((sibling) => sibling.moved)
    expect(later).toHaveLength(moved.length)
    expect(later[0]).not.toBe(moved[0])
  })
})

it('new words that show come first, without a move; words that do not show are left out', () => {
  const text = 'Nine islands'
  const parent = { text, seed: 3, ground: hashText(text) }
  expect(siblingsOf(parent, 'Four islands', 0)[0]).toEqual({ text: 'Four islands', moved: null })
  expect(siblingsOf(parent, 'Nine islands, please', 0)[0]?.moved).not.toBeNull()
})
