import { describe, expect, test } from 'vitest'
import type { Options } from './options.ts'
import { readBrief } from './words.ts'

type Row = readonly [brief: string, family: string, options: Partial<Options>, moved: string]

const ROWS: readonly Row[] = [
  [
    'Three hills at dusk, one red sun going under',
    'woodcut',
    { count: 3, hour: 'dusk', accent: 'vermilion', low: true, form: 'hills' },
    'three hills dusk one red sun under',
  ],
  [
    'A fern pressed on Prussian blue',
    'herbarium',
    { form: 'fern', inks: ['prussian'] },
    'fern prussian blue',
  ],
  [
    'Seven islands and their tides, in blue and sienna on laid paper',
    'waterlines',
    { count: 7, inks: ['prussian', 'sienna'], paper: 'laid', form: 'isles' },
    'seven islands tides blue sienna laid',
  ],
  [
    'Strata in ochre and brown, two faults, a low sun',
    'strata',
    { inks: ['ochre', 'umber'], exceptions: 2, low: true, sun: true },
    'strata ochre brown two faults low sun',
  ],
  [
    'Twelve moons in black, one red',
    'almanac',
    { count: 12, inks: ['lamp'], accent: 'vermilion', form: 'moons' },
    'twelve moons black one red',
  ],
  [
    'Overprinted shapes in vermilion and black',
    'overprint',
    { form: 'found', inks: ['vermilion', 'lamp'] },
    'overprinted shapes vermilion black',
  ],
  [
    'Cow parsley, three stems, windblown',
    'herbarium',
    { form: 'umbel', count: 3, motion: 1 },
    'parsley three windblown',
  ],
  ['The sea at night, no island', 'woodcut', { form: 'sea', count: 0, hour: 'night' }, 'sea night no island'],
  [
    'Five drill cores of a green ground',
    'strata',
    { form: 'cores', count: 5, inks: ['malachite'] },
    'five drill cores green ground',
  ],
  [
    'A lake chart in black and green, dense lines',
    'waterlines',
    { form: 'lake', density: 1 },
    'lake chart black green dense',
  ],
  [
    'Sixteen quarter circles in verdigris and madder, one turned wrong',
    'overprint',
    { count: 16, shape: 'quarter', form: 'grid', exceptions: 1 },
    'sixteen quarter circles verdigris madder one turned',
  ],
  [
    'Orbits of six planets, night, one gold',
    'almanac',
    { count: 6, form: 'orbits', accent: 'orpiment' },
    'orbits six planets night one gold',
  ],
  [
    'One mountain and seven pines in rain',
    'woodcut',
    { form: 'peak', count: 1, trees: 7, hour: 'rain' },
    'one mountain seven pines rain',
  ],
  [
    'Forty-two windows at night, two lit',
    'overprint',
    { count: 42, exceptions: 2, shape: 'pane' },
    'forty two windows night lit',
  ],
  ['Fern in two inks', 'herbarium', { inkCount: 2 }, 'fern two inks'],
  ['A three-colour woodcut', 'woodcut', { inkCount: 3 }, 'three colour woodcut'],
  ['Monochrome moon', 'almanac', { inkCount: 1 }, 'monochrome moon'],
  ['two hundred moons', 'almanac', { count: 200 }, 'two hundred moons'],
]

describe('readBrief', () => {
  test.each(ROWS)('%s', (brief, family, options, moved) => {
    const reading = readBrief(brief, 1)
    expect(reading.family).toBe(family)
    expect(reading.options).toMatchObject(options)
    expect(reading.moved.join(' ')).toBe(moved)
  })

  test.each(['', 'Портрет моей собаки', 'a portrait of my dog', '¿¡ …', 'xyzzy'])(
    'nothing in “%s” moves anything',
    (brief) => {
      const reading = readBrief(brief, 4)
      expect(reading.moved).toEqual([])
      expect(reading.options).toEqual({ inks: [], tags: [], density: 0, motion: 0 })
    },
  )

  test('without a family named, the seed chooses among all six', () => {
    const chosen = new Set(
      Array.from({ length: 60 }, (_, seed) => readBrief('a portrait of my dog', seed).family),
    )
    expect(chosen.size).toBe(6)
  })

  test('words of families not drawn are steered to their neighbour', () => {
    expect(readBrief('a plaid blanket', 1)).toMatchObject({
      family: 'overprint',
      options: { form: 'grid', shape: 'bar' },
    })
    expect(readBrief('two bottles and a bowl', 1)).toMatchObject({
      family: 'overprint',
      options: { form: 'found', count: 2 },
    })
  })

  test('a colour after "one" is an accent, not an ink', () => {
    expect(readBrief('Twelve moons, one red', 1).options.inks).toEqual([])
  })
})
