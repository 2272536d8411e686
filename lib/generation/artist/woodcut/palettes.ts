import { chooseInks, darkestFirst, type InkSet } from '#lib/generation/artist/choose-inks.ts'
import type { Lch } from '#lib/generation/artist/colour.ts'
import type { Options, Tag } from '#lib/generation/artist/options.ts'
import { INK_LABEL, INKS, type InkName } from '#lib/generation/artist/pigments.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { chooseTagged } from '#lib/generation/artist/tagged.ts'

/** A colour and how strongly it is rolled on. */
export type Tint = { colour: Lch; strength: number }

export type Blocks = {
  key: Lch
  sky: Tint
  top: Tint
  /** Null leaves the disc unprinted. */
  sun: Tint | null
  /** Far to near. */
  land: readonly [Tint, Tint, Tint]
  labels: string[]
}

type Palette = {
  key: InkName
  tags: readonly Tag[]
  sky: Lch
  top: Lch
  sun: Lch
  land: readonly [Lch, Lch, Lch]
}

const PALETTES: readonly [Palette, ...Palette[]] = [
  {
    key: 'irongall',
    tags: ['dusk', 'red', 'autumn'],
    sky: [0.8, 0.06, 55],
    top: [0.52, 0.08, 250],
    sun: [0.6, 0.18, 32],
    land: [
      [0.66, 0.05, 230],
      [0.52, 0.05, 200],
      [0.4, 0.05, 170],
    ],
  },
  {
    key: 'indigo',
    tags: ['dawn', 'blue', 'summer', 'quiet'],
    sky: [0.88, 0.045, 85],
    top: [0.62, 0.06, 220],
    sun: [0.9, 0.08, 92],
    land: [
      [0.72, 0.045, 210],
      [0.58, 0.06, 230],
      [0.42, 0.08, 255],
    ],
  },
  {
    key: 'sepia',
    tags: ['warm', 'autumn', 'noon', 'brown', 'yellow'],
    sky: [0.88, 0.05, 80],
    top: [0.72, 0.1, 55],
    sun: [0.58, 0.17, 34],
    land: [
      [0.74, 0.07, 75],
      [0.62, 0.09, 60],
      [0.46, 0.08, 45],
    ],
  },
  {
    key: 'lamp',
    tags: ['grey', 'white', 'winter', 'black', 'snow'],
    sky: [0.9, 0.015, 90],
    top: [0.7, 0.01, 250],
    sun: [0.6, 0.19, 30],
    land: [
      [0.78, 0.01, 90],
      [0.62, 0.01, 250],
      [0.44, 0.01, 250],
    ],
  },
  {
    key: 'prussian',
    tags: ['night', 'dark', 'blue', 'winter'],
    sky: [0.46, 0.07, 255],
    top: [0.3, 0.07, 262],
    sun: [0.93, 0.04, 92],
    land: [
      [0.46, 0.06, 245],
      [0.38, 0.06, 240],
      [0.3, 0.06, 255],
    ],
  },
  {
    key: 'plum',
    tags: ['dusk', 'pink', 'violet', 'spring'],
    sky: [0.84, 0.06, 30],
    top: [0.66, 0.09, 350],
    sun: [0.86, 0.11, 80],
    land: [
      [0.68, 0.07, 340],
      [0.54, 0.08, 330],
      [0.4, 0.08, 310],
    ],
  },
  {
    key: 'sap',
    tags: ['green', 'spring', 'summer'],
    sky: [0.93, 0.03, 105],
    top: [0.74, 0.05, 165],
    sun: [0.88, 0.11, 92],
    land: [
      [0.76, 0.06, 140],
      [0.62, 0.07, 145],
      [0.46, 0.06, 155],
    ],
  },
  {
    key: 'payne',
    tags: ['rain', 'grey', 'cold', 'winter'],
    sky: [0.84, 0.012, 230],
    top: [0.62, 0.025, 240],
    sun: [0.95, 0.01, 90],
    land: [
      [0.72, 0.02, 230],
      [0.56, 0.03, 235],
      [0.42, 0.035, 245],
    ],
  },
]

const COUNTED: readonly [InkSet, ...InkSet[]] = [
  ['irongall', 'vermilion', 'cerulean'],
  ['indigo', 'verdigris', 'orpiment'],
  ['sepia', 'ochre', 'sanguine'],
  ['lamp', 'vermilion', 'slate'],
  ['prussian', 'ochre', 'cerulean'],
  ['plum', 'rose', 'orpiment'],
  ['sap', 'weld', 'vermilion'],
]

const full = (colour: Lch): Tint => ({ colour, strength: 1 })

/** Blocks cut for exactly the inks given: the darkest is the key, tints of the others do the rest. */
function blocksFor(names: readonly InkName[], hasSun: boolean): Blocks {
  const [keyName = 'lamp', first, second] = darkestFirst(names)
  const key = INKS[keyName]
  const land = INKS[first ?? keyName]
  const sky = INKS[second ?? first ?? keyName]
  const depth = first ? 1 : 0.42
  const tint = (colour: Lch, strength: number): Tint => ({ colour, strength: strength * depth })
  return {
    key,
    sky: tint(sky, second ? 0.4 : 0.22),
    top: tint(sky, 0.85),
    sun: second && hasSun ? full(INKS[second]) : null,
    land: [tint(land, 0.4), tint(land, 0.65), tint(land, 0.95)],
    labels: darkestFirst(names).map((name) => INK_LABEL[name]),
  }
}

export function chooseBlocks(random: Random, options: Options, hasSun: boolean): Blocks {
  const named = options.inks.length + (options.accent ? 1 : 0)
  if (options.inkCount || named > 1) {
    return blocksFor(chooseInks(random, options, COUNTED), hasSun)
  }
  const { key: usual, sky, top: wiped, sun, land } = chooseTagged(random, options, PALETTES)
  // The ink named takes the key if it can carry lines, else the wiped top of the sky.
  const asked = options.inks[0]
  const isDark = asked !== undefined && INKS[asked][0] < 0.5
  const key = asked && isDark ? asked : usual
  const top = asked && !isDark ? INKS[asked] : wiped
  return {
    key: INKS[key],
    sky: full(sky),
    top: full(top),
    sun: full(options.accent ? INKS[options.accent] : sun),
    land: [full(land[0]), full(land[1]), full(land[2])],
    labels: [INK_LABEL[key], ...(asked && !isDark ? [INK_LABEL[asked]] : []), 'colour blocks'],
  }
}
