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
    'wall',
    { count: 42, counted: 'window', exceptions: 2, form: 'front', hour: 'night' },
    'forty two windows night lit',
  ],
  [
    'A tenement street in snow, two lamps lit',
    'wall',
    { form: 'street', hour: 'snow', exceptions: 2 },
    'tenement street snow two lamps',
  ],
  [
    'Five houses with two lit windows, windblown',
    'wall',
    { count: 5, counted: 'house', exceptions: 2, motion: 1 },
    'five houses two lit windows windblown',
  ],
  [
    'Woven steps in indigo and rust',
    'weave',
    { form: 'steps', inks: ['indigo', 'sienna'] },
    'woven steps indigo rust',
  ],
  [
    'A cloth with a white moon over dark green',
    'weave',
    { form: 'moon', inks: ['malachite'], tags: ['green', 'white', 'dark'] },
    'cloth white moon dark green',
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

  test('without a family named, the seed chooses among all eight', () => {
    const chosen = new Set(
      Array.from({ length: 60 }, (_, seed) => readBrief('a portrait of my dog', seed).family),
    )
    expect(chosen.size).toBe(8)
  })

  test('words of vessels, which are not drawn, are steered to found shapes', () => {
    expect(readBrief('two bottles and a bowl', 1)).toMatchObject({
      family: 'overprint',
      options: { form: 'found', count: 2 },
    })
  })

  test.each([
    ['plaid pattern', 'weave'],
    ['a grid of windows', 'wall'],
    ['a house on a hill', 'wall'],
    ['a circle in a square', 'overprint'],
  ])('where votes are equal a thing goes before a way to show it: %s', (brief, family) => {
    expect(readBrief(brief, 1).family).toBe(family)
  })

  test('a colour after "one" is an accent, not an ink', () => {
    expect(readBrief('Twelve moons, one red', 1).options.inks).toEqual([])
  })
})
