import { describe, expect, test } from 'vitest'
import { wordsOf } from './brief-words.ts'
import { drawReading } from './draw.ts'
import { FAMILY_WORDS } from './lexicon.ts'
import { readBrief } from './words.ts'

const BRIEFS = [
  'Three hills at dusk, one red sun going under',
  'Seven islands and their tides, in blue and sienna on laid paper',
  'Strata in ochre and brown, two faults, a low sun',
  'Cow parsley, three stems, windblown',
  'Orbits of six planets, night, one gold',
  'One mountain and seven pines in rain',
  'a wild meadow in autumn',
  'a quiet lake, dense lines, three inks',
  'crowded circles on kraft paper',
  'Forty windows at night, one lit',
  'A tenement street in snow, two lamps lit',
  'a quiet brick wall in red and green, windblown',
  'Woven steps in indigo and rust on kraft paper',
  'Plaid blanket in wine and brown, fine thread, winter',
  'A restless cloth of nine stripes in two inks, one yellow',
] as const

const BOX = { width: 24, height: 24 }

const SEEDS = [3, 14, 15, 92, 65, 35, 89, 79]

/** The brief with only these words left in their places. */
const keeping = (brief: string, kept: ReadonlySet<string>) =>
  brief.toLowerCase().replace(/[a-z]+/g, (word) => (kept.has(word) || word === 'paper' ? word : 'qq'))

function differ(one: string, other: string): boolean {
  return SEEDS.some((seed) => {
    const a = drawReading(readBrief(one, seed), seed, BOX)
    const b = drawReading(readBrief(other, seed), seed, BOX)
    return (
      a.family !== b.family || a.rgb.length !== b.rgb.length || a.rgb.some((value, at) => value !== b.rgb[at])
    )
  })
}

/**
 * A word moved something when the picture is another without it; or, where several words say the same,
 * when it alone, or with the word it is read with, makes another picture than the family's words do.
 */
function moves(brief: string, moved: readonly string[], index: number): boolean {
  const word = moved[index] ?? ''
  const all = new Set(moved)
  if (differ(brief, keeping(brief, new Set([...all].filter((other) => other !== word))))) return true
  const subject = new Set(
    moved.filter((other) => other !== word && FAMILY_WORDS.has(wordsOf(other)[0]?.word ?? '')),
  )
  const bare = FAMILY_WORDS.has(wordsOf(word)[0]?.word ?? '') ? new Set<string>() : subject
  const partners = [[], [moved[index - 1] ?? ''], [moved[index + 1] ?? '']]
  return partners.some((others) =>
    differ(keeping(brief, new Set([...bare, word, ...others])), keeping(brief, bare)),
  )
}

describe('every word said to have moved something did', () => {
  test.each(BRIEFS)('%s', (brief) => {
    const { moved } = readBrief(brief, 1)
    expect(moved.length).toBeGreaterThan(1)
    expect(moved.filter((_, index) => !moves(brief, moved, index))).toEqual([])
  })
})
