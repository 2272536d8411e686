import { chooseInks, darkestFirst, type InkSet } from '#lib/generation/artist/choose-inks.ts'
import type { Lch } from '#lib/generation/artist/colour.ts'
import type { Options, Tag } from '#lib/generation/artist/options.ts'
import { INK_LABEL, INKS, type InkName } from '#lib/generation/artist/pigments.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { magnitude } from '#lib/generation/artist/scalar.ts'
import { chooseTagged } from '#lib/generation/artist/tagged.ts'

/** A bed's colour and how strongly it is printed. */
export type Tint = { colour: Lch; strength: number }

export type Colours = { key: Lch; tints: readonly [Tint, ...Tint[]]; sun: Lch; labels: string[] }

type Palette = { tags: readonly Tag[]; name: string; colours: readonly [Lch, ...Lch[]] }

const PALETTES: readonly [Palette, ...Palette[]] = [
  {
    tags: ['warm', 'yellow', 'brown', 'autumn', 'summer', 'noon'],
    name: 'ochres',
    colours: [
      [0.9, 0.03, 85],
      [0.76, 0.09, 72],
      [0.62, 0.1, 50],
      [0.46, 0.08, 35],
      [0.82, 0.05, 80],
      [0.36, 0.03, 60],
      [0.7, 0.04, 130],
    ],
  },
  {
    tags: ['blue', 'cold', 'winter', 'grey', 'night', 'rain'],
    name: 'slates',
    colours: [
      [0.91, 0.015, 90],
      [0.72, 0.03, 230],
      [0.55, 0.04, 245],
      [0.4, 0.04, 255],
      [0.83, 0.03, 85],
      [0.66, 0.09, 55],
      [0.3, 0.02, 260],
    ],
  },
  {
    tags: ['green', 'spring', 'quiet'],
    name: 'greens',
    colours: [
      [0.92, 0.02, 90],
      [0.8, 0.06, 95],
      [0.64, 0.05, 150],
      [0.48, 0.05, 165],
      [0.86, 0.03, 110],
      [0.56, 0.1, 45],
      [0.34, 0.03, 170],
    ],
  },
  {
    tags: ['red', 'pink', 'warm', 'dusk'],
    name: 'reds',
    colours: [
      [0.9, 0.025, 60],
      [0.8, 0.06, 40],
      [0.66, 0.1, 30],
      [0.5, 0.11, 25],
      [0.84, 0.05, 75],
      [0.34, 0.05, 350],
      [0.58, 0.03, 250],
    ],
  },
  {
    tags: ['white', 'grey', 'black', 'quiet', 'winter', 'snow'],
    name: 'greys',
    colours: [
      [0.93, 0.006, 90],
      [0.8, 0.008, 85],
      [0.64, 0.01, 250],
      [0.46, 0.01, 260],
      [0.87, 0.01, 80],
      [0.27, 0.008, 260],
      [0.72, 0.09, 65],
    ],
  },
]

const COUNTED: readonly [InkSet, ...InkSet[]] = [
  ['sepia', 'ochre', 'sanguine'],
  ['irongall', 'cerulean', 'ochre'],
  ['indigo', 'rose', 'weld'],
  ['lamp', 'verdigris', 'sienna'],
  ['umber', 'orpiment', 'slate'],
]

const SUNS = ['vermilion', 'sanguine', 'orpiment', 'minium'] as const
const STEPS = [0.24, 0.46, 0.7, 0.98] as const

const tintsOf = (ink: InkName, depth = 1): Tint[] =>
  STEPS.map((strength) => ({ colour: INKS[ink], strength: strength * depth }))

function countedColours(random: Random, options: Options): Colours {
  const chosen = darkestFirst(chooseInks(random, options, COUNTED))
  // Lines in a light ink would drown in their own tints.
  const isPale = !options.inkCount && INKS[chosen[0] ?? 'sepia'][0] > 0.48
  const [keyName = 'sepia', ...others] = isPale ? (['irongall', ...chosen] as InkName[]) : chosen
  const tints = others.length ? others.flatMap((ink) => tintsOf(ink)) : tintsOf(keyName, 0.55)
  const last = others[others.length - 1] ?? keyName
  return {
    key: INKS[keyName],
    tints: tints as [Tint, ...Tint[]],
    sun: INKS[options.accent && others.includes(options.accent) ? options.accent : last],
    labels: [keyName, ...others].map((ink) => INK_LABEL[ink]),
  }
}

/** The colours of the beds: counted inks and their tints, or a palette with the ink named worked in. */
export function chooseColours(random: Random, options: Options): Colours {
  if (options.inkCount || options.inks.length > 1) return countedColours(random, options)
  const palette = chooseTagged(random, options, PALETTES)
  const key = random.pick<InkName>(['sepia', 'irongall', 'lamp', 'indigo'])
  const asked = options.inks[0]
  const full = (colour: Lch): Tint => ({ colour, strength: 1 })
  const beds = asked ? [...palette.colours.slice(0, 2), ...palette.colours.slice(4, 6)] : palette.colours
  const worked = asked ? tintsOf(asked).concat(full(INKS[asked])) : []
  return {
    key: INKS[key],
    tints: [...worked, ...beds.map(full)] as [Tint, ...Tint[]],
    sun: INKS[options.accent ?? random.pick<InkName>(SUNS)],
    labels: asked ? [INK_LABEL[asked], palette.name] : [palette.name],
  }
}

/** Lightness a tint comes to on white paper, near enough to tell neighbours apart. */
const lightnessOf = ({ colour, strength }: Tint) => 0.94 - (0.94 - colour[0]) * strength

/** Colours for a pile of beds: neighbours differ by a tenth in lightness where the palette allows. */
export function pileColours(random: Random, tints: Colours['tints'], count: number): Tint[] {
  const pile: Tint[] = []
  for (let bed = 0; bed < count; bed++) {
    let tint = random.pick(tints)
    const below = pile[bed - 1]
    for (let attempt = 0; below && attempt < 12; attempt++) {
      if (magnitude(lightnessOf(tint) - lightnessOf(below)) >= 0.1) break
      tint = random.pick(tints)
    }
    pile.push(tint)
  }
  return pile
}
