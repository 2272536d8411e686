import type { Lch } from '#lib/generation/artist/colour.ts'
import type { Options, Tag } from '#lib/generation/artist/options.ts'
import { listed } from '#lib/generation/artist/phrase.ts'
import { INK_LABEL, INKS, type InkName } from '#lib/generation/artist/pigments.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { chooseTagged } from '#lib/generation/artist/tagged.ts'

/** Ground, main, second and loud yarn, and how many of the three dyed ones may be used. */
export type Yarns = { colours: readonly [Lch, Lch, Lch, Lch]; dyes: number; hasLoud: boolean; labels: string }

type Set = { tags: readonly Tag[]; name: string; colours: readonly [Lch, Lch, Lch, Lch] }

const UNDYED: Lch = [0.915, 0.02, 86]

const SETS: readonly [Set, ...Set[]] = [
  {
    tags: ['blue', 'cold', 'winter'],
    name: 'indigo, woad and rust',
    colours: [UNDYED, [0.33, 0.08, 258], [0.6, 0.07, 245], [0.6, 0.15, 42]],
  },
  {
    tags: ['brown', 'autumn', 'warm'],
    name: 'walnut, fawn and madder',
    colours: [
      [0.9, 0.024, 84],
      [0.37, 0.045, 55],
      [0.68, 0.065, 68],
      [0.56, 0.15, 33],
    ],
  },
  {
    tags: ['black', 'grey', 'white', 'quiet', 'snow'],
    name: 'black wool, grey wool and vermilion',
    colours: [
      [0.935, 0.012, 90],
      [0.25, 0.014, 270],
      [0.62, 0.012, 250],
      [0.6, 0.19, 32],
    ],
  },
  {
    tags: ['green', 'spring', 'summer'],
    name: 'bottle green, lichen and orange',
    colours: [
      [0.9, 0.028, 92],
      [0.36, 0.055, 162],
      [0.64, 0.06, 140],
      [0.7, 0.14, 58],
    ],
  },
  {
    tags: ['red', 'dusk', 'warm'],
    name: 'madder, rose and weld',
    colours: [
      [0.89, 0.03, 72],
      [0.42, 0.125, 22],
      [0.66, 0.085, 24],
      [0.82, 0.12, 88],
    ],
  },
  {
    tags: ['yellow', 'noon', 'summer'],
    name: 'weld, ochre and ultramarine',
    colours: [
      [0.93, 0.022, 92],
      [0.79, 0.13, 86],
      [0.62, 0.11, 66],
      [0.42, 0.14, 264],
    ],
  },
  {
    tags: ['grey', 'rain', 'cold'],
    name: 'slate, ash and weld',
    colours: [
      [0.88, 0.012, 220],
      [0.4, 0.03, 245],
      [0.66, 0.022, 232],
      [0.82, 0.13, 92],
    ],
  },
  {
    tags: ['pink', 'dawn', 'spring'],
    name: 'rose, plum and verdigris',
    colours: [
      [0.94, 0.014, 62],
      [0.72, 0.09, 14],
      [0.52, 0.085, 352],
      [0.5, 0.08, 190],
    ],
  },
  {
    tags: ['violet', 'dusk', 'night'],
    name: 'plum, heather and weld',
    colours: [
      [0.88, 0.02, 60],
      [0.35, 0.08, 332],
      [0.6, 0.07, 330],
      [0.84, 0.12, 95],
    ],
  },
  {
    tags: ['night', 'dark', 'blue'],
    name: 'blue black, indigo and cream on a dark ground',
    colours: [
      [0.4, 0.055, 256],
      [0.235, 0.035, 268],
      [0.55, 0.065, 246],
      [0.9, 0.05, 92],
    ],
  },
]

/** A weaker or a deeper bath of the same dye. */
const bath = ([lightness, chroma, hue]: Lch, deeper: boolean): Lch =>
  deeper ? [lightness - 0.2, chroma * 0.85, hue] : [Math.min(0.88, lightness + 0.25), chroma * 0.8, hue]

const SPARE = ['indigo', 'madder', 'ochre', 'umber', 'verdigris'] as const

/** The dyes named, the accent last; with a count, exactly so many. */
function namedDyes(random: Random, { inks, inkCount, accent }: Options): [InkName, ...InkName[]] {
  const takesAccent = accent !== undefined && (inkCount ?? 3) > 1
  const room = (inkCount ?? 3) - (takesAccent ? 1 : 0)
  const asked = inks.filter((ink) => ink !== accent).slice(0, room)
  const spare = random.shuffle(SPARE).filter((ink) => !asked.includes(ink) && ink !== accent)
  const [first = 'indigo', ...rest] = [...asked, ...spare].slice(
    0,
    inkCount ? room : Math.max(1, asked.length),
  )
  return takesAccent ? [first, ...rest, accent] : [first, ...rest]
}

function namedYarns(random: Random, options: Options, mayBlend: boolean): Yarns {
  const dyes = namedDyes(random, options)
  const labels = listed(['undyed wool', ...dyes.map((ink) => INK_LABEL[ink])])
  const hasLoud = dyes.length > 1
  const main = INKS[dyes[0]]
  const last = INKS[dyes[dyes.length - 1] ?? dyes[0]]
  const middle = dyes[1] ? INKS[dyes[1]] : main
  if (options.inkCount)
    return {
      colours: [UNDYED, main, dyes.length > 2 ? middle : main, last],
      dyes: dyes.length,
      hasLoud,
      labels,
    }
  const isDark = options.tags.some((tag) => tag === 'dark' || tag === 'night')
  const deeper = main[0] > (isDark ? 0.45 : 0.52)
  const weak = bath(main, deeper)
  const second = dyes.length > 2 || (hasLoud && !mayBlend) ? middle : weak
  return { colours: [UNDYED, main, second, hasLoud ? last : bath(weak, deeper)], dyes: 3, hasLoud, labels }
}

/**
 * The yarns asked for, those missing as weaker or deeper baths of the first; else a set dyed to go together.
 * @param mayBlend whether a bath of the first may stand between two that were named
 */
export function chooseYarns(random: Random, options: Options, mayBlend: boolean): Yarns {
  const set = chooseTagged(random, options, SETS)
  if (options.inks.length > 0 || options.inkCount) return namedYarns(random, options, mayBlend)
  const [ground, main, second, loud] = set.colours
  const accent = options.accent ? INKS[options.accent] : loud
  const labels = options.accent ? `${set.name}, one ${INK_LABEL[options.accent]}` : set.name
  return { colours: [ground, main, second, accent], dyes: 3, hasLoud: true, labels }
}
