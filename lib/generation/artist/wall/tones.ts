import { chooseInks, darkestFirst, type InkSet } from '#lib/generation/artist/choose-inks.ts'
import type { Lch } from '#lib/generation/artist/colour.ts'
import type { Hour, Options, Tag } from '#lib/generation/artist/options.ts'
import { listed } from '#lib/generation/artist/phrase.ts'
import { INK_LABEL, INKS, type InkName } from '#lib/generation/artist/pigments.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { clamp, mix } from '#lib/generation/artist/scalar.ts'
import { chooseTagged } from '#lib/generation/artist/tagged.ts'

/** The colours of a façade in body colour, by what they cover. */
export type ModelledTones = {
  kind: 'modelled'
  sky: Lch
  walls: readonly [Lch, Lch, Lch]
  lines: Lch
  glass: Lch
  pale: Lch
  trim: Lch
  shutter: Lch
  door: Lch
  light: Lch
  tint: Lch
  ground: Lch
  labels: string
}

/** Exactly so many transparent inks: openings in the first, the darkest, walls in the next, light in the third. */
export type FlatTones = { kind: 'flat'; inks: readonly [key: Lch, wall?: Lch, light?: Lch]; labels: string }

export type Tones = ModelledTones | FlatTones

export type Scheme = { hour: Hour; tags: readonly Tag[]; name: string; sky: Lch; wall: Lch }

const SCHEMES: readonly [Scheme, ...Scheme[]] = [
  {
    hour: 'night',
    tags: ['blue', 'dark', 'cold'],
    name: 'blue black',
    sky: [0.32, 0.06, 264],
    wall: [0.245, 0.045, 268],
  },
  {
    hour: 'night',
    tags: ['green', 'dark', 'spring'],
    name: 'green black',
    sky: [0.32, 0.035, 210],
    wall: [0.25, 0.035, 180],
  },
  {
    hour: 'night',
    tags: ['red', 'violet', 'dark', 'warm'],
    name: 'dark plum',
    sky: [0.31, 0.045, 290],
    wall: [0.26, 0.05, 345],
  },
  {
    hour: 'rain',
    tags: ['grey', 'blue', 'cold'],
    name: 'slate',
    sky: [0.52, 0.022, 235],
    wall: [0.35, 0.026, 245],
  },
  {
    hour: 'rain',
    tags: ['green', 'autumn'],
    name: 'wet green',
    sky: [0.58, 0.018, 200],
    wall: [0.38, 0.032, 165],
  },
  {
    hour: 'snow',
    tags: ['blue', 'grey', 'winter', 'white'],
    name: 'snow blue',
    sky: [0.62, 0.022, 255],
    wall: [0.42, 0.032, 262],
  },
  {
    hour: 'snow',
    tags: ['red', 'brown', 'winter'],
    name: 'brick red',
    sky: [0.68, 0.015, 250],
    wall: [0.44, 0.075, 30],
  },
  {
    hour: 'dusk',
    tags: ['red', 'warm', 'pink', 'autumn'],
    name: 'dusk plum',
    sky: [0.73, 0.07, 45],
    wall: [0.38, 0.055, 312],
  },
  {
    hour: 'dusk',
    tags: ['blue', 'violet', 'quiet'],
    name: 'dusk blue',
    sky: [0.66, 0.055, 300],
    wall: [0.33, 0.05, 275],
  },
  {
    hour: 'dawn',
    tags: ['quiet', 'grey', 'pink', 'cold'],
    name: 'grey violet',
    sky: [0.86, 0.035, 55],
    wall: [0.6, 0.035, 290],
  },
  {
    hour: 'dawn',
    tags: ['green', 'spring'],
    name: 'sea green',
    sky: [0.88, 0.03, 85],
    wall: [0.6, 0.045, 170],
  },
  {
    hour: 'noon',
    tags: ['yellow', 'warm', 'summer', 'autumn'],
    name: 'yellow ochre',
    sky: [0.8, 0.05, 230],
    wall: [0.82, 0.08, 80],
  },
  {
    hour: 'noon',
    tags: ['red', 'warm', 'brown', 'pink'],
    name: 'rose brick',
    sky: [0.85, 0.035, 220],
    wall: [0.66, 0.095, 38],
  },
  {
    hour: 'noon',
    tags: ['white', 'summer', 'quiet'],
    name: 'limewash white',
    sky: [0.68, 0.075, 240],
    wall: [0.93, 0.014, 85],
  },
]

const LIGHTS: readonly [Lch, ...Lch[]] = [
  [0.86, 0.115, 85],
  [0.84, 0.12, 76],
  [0.88, 0.1, 92],
]

const DAY_SHUTTERS: readonly [Lch, ...Lch[]] = [
  [0.5, 0.065, 165],
  [0.42, 0.07, 252],
  [0.5, 0.11, 35],
  [0.62, 0.055, 220],
]

const COUNTED: readonly [InkSet, ...InkSet[]] = [
  ['prussian', 'orpiment', 'vermilion'],
  ['irongall', 'minium', 'slate'],
  ['indigo', 'ochre', 'rose'],
  ['lac', 'weld', 'verdigris'],
  ['sepia', 'verdigris', 'orpiment'],
]

/** How light a wall may be at an hour. */
const RANGE: Readonly<Record<Hour, readonly [low: number, high: number]>> = {
  night: [0.22, 0.32],
  rain: [0.32, 0.46],
  snow: [0.38, 0.52],
  dusk: [0.32, 0.48],
  dawn: [0.5, 0.68],
  noon: [0.58, 0.88],
}

const atHour = ([lightness, chroma, hue]: Lch, hour: Hour, more = 0): Lch => {
  const [low, high] = RANGE[hour]
  return [
    clamp(mix(low, high, clamp(lightness * 1.15 - 0.15)) + more, 0.16, 0.94),
    Math.min(chroma, hour === 'night' ? 0.075 : 0.12),
    hue,
  ]
}

function flatTones(random: Random, options: Options): FlatTones {
  const { accent } = options
  const sorted = darkestFirst(chooseInks(random, options, COUNTED))
  const inks = accent && sorted.length > 1 ? [...sorted.filter((ink) => ink !== accent), accent] : sorted
  const [key = INKS.irongall, wall, light] = inks.map((ink): Lch => INKS[ink])
  const labels = listed(inks.map((ink) => INK_LABEL[ink]))
  return { kind: 'flat', inks: wall ? (light ? [key, wall, light] : [key, wall]) : [key], labels }
}

function shutterOf(random: Random, hour: Hour, wall: Lch, named: InkName | undefined): Lch {
  const usual: Lch =
    hour === 'noon'
      ? random.pick(DAY_SHUTTERS)
      : [wall[0] + random.pick([0.06, -0.05]), wall[1] + 0.02, wall[2] + random.pick([60, -50, 140])]
  return named ? atHour(INKS[named], hour, hour === 'night' ? 0.1 : -0.08) : usual
}

/** The scheme of the hour that was named, or of any, as colours and moods would have it. */
export function chooseScheme(random: Random, options: Options): Scheme {
  const fitting = options.hour ? SCHEMES.filter((scheme) => scheme.hour === options.hour) : SCHEMES
  return chooseTagged(random, options, fitting as [Scheme, ...Scheme[]])
}

/** The colours of a scheme, or those named, as its hour shows them. */
export function chooseTones(random: Random, options: Options, scheme: Scheme): Tones {
  if (options.inkCount !== undefined) return flatTones(random, options)
  const { hour } = scheme
  const asked = options.inks.filter((ink) => ink !== options.accent)
  const [first, second, third] = asked
  const wall = first ? atHour(INKS[first], hour) : scheme.wall
  const isDay = hour === 'noon'
  const glow = options.accent ?? third
  const light: Lch = glow
    ? [Math.max(0.72, INKS[glow][0]), INKS[glow][1], INKS[glow][2]]
    : random.pick(LIGHTS)
  const shutter = shutterOf(random, hour, wall, second)
  const names = [
    first ? INK_LABEL[first] : scheme.name,
    ...[second, glow].flatMap((ink) => (ink ? [INK_LABEL[ink]] : [])),
  ]
  const beside = (turn: number, more: number): Lch => [wall[0] + more, wall[1] + 0.008, wall[2] + turn]
  return {
    kind: 'modelled',
    sky: scheme.sky,
    walls: [wall, beside(random.between(12, 26), 0.035), beside(-random.between(14, 30), -0.03)],
    lines: [wall[0] - (isDay ? 0.09 : 0.07), wall[1], wall[2]],
    glass: isDay
      ? [Math.min(0.4, wall[0] * 0.46), wall[1] * 0.7, 255]
      : [Math.max(0.12, wall[0] * 0.6), wall[1] * 0.8, wall[2] + 8],
    pale: [Math.min(0.9, wall[0] * (isDay ? 0.9 : 1) + 0.08), 0.02, 80],
    trim: isDay ? [0.94, 0.012, 90] : [Math.min(0.9, wall[0] + 0.1), wall[1] * 0.9, wall[2]],
    shutter,
    door: second ? shutter : [shutter[0] - 0.04, shutter[1] + 0.02, shutter[2]],
    light,
    tint: [light[0] - 0.12, light[1] * 0.95, light[2] - 16],
    ground: [clamp(wall[0] * (isDay ? 0.82 : 0.72), 0.14, 0.8), wall[1] * 0.5, wall[2]],
    labels: listed(names),
  }
}
