import { chooseInks, choosePaper, darkestFirst, type InkSet } from '#lib/generation/artist/choose-inks.ts'
import { type Lch, linearOf } from '#lib/generation/artist/colour.ts'
import type { Compose } from '#lib/generation/artist/composition.ts'
import { FORMATS, type Format, NARROWEST_MOONS } from '#lib/generation/artist/formats.ts'
import { type Impression, print } from '#lib/generation/artist/ink.ts'
import type { Options } from '#lib/generation/artist/options.ts'
import { counted, listed } from '#lib/generation/artist/phrase.ts'
import { INK_LABEL, INKS, type InkName, PAPER_LABEL, PAPERS } from '#lib/generation/artist/pigments.ts'
import type { Plate, Press } from '#lib/generation/artist/press.ts'
import { Random } from '#lib/generation/artist/random.ts'
import { makeSheet, type Sheet } from '#lib/generation/artist/sheet.ts'
import { engraveMoons, planMoons } from './moons.ts'
import { engraveOrbits, planOrbits } from './orbits.ts'
import { engraveStars, planStars } from './stars.ts'

/** The plates of a chart: lines, what stands out, and a third when three inks are asked. */
export type Plates = { press: Press; lines: Plate; accents: Plate; thirds: Plate | null; random: Random }

type Dress = { ground: Lch; inks: readonly Lch[]; labels: string; dark: boolean }

type Drawn = { wide: number; high: number; subject: string; engrave: (plates: Plates) => void }

const SETS: readonly [InkSet, ...InkSet[]] = [
  ['irongall', 'vermilion'],
  ['prussian', 'sanguine'],
  ['sepia', 'smalt'],
  ['lamp', 'vermilion'],
  ['indigo', 'orpiment'],
  ['payne', 'verdigris'],
]

const NIGHTS: readonly [Lch, ...Lch[]] = [
  [0.27, 0.05, 262],
  [0.24, 0.02, 280],
  [0.3, 0.04, 240],
  [0.32, 0.05, 20],
]

const GLOWS = ['orpiment', 'minium', 'weld', 'rose'] as const

function nightDress(random: Random, options: Options): Dress {
  const usual = random.pick(NIGHTS)
  const sky = options.hour === 'night' && usual === NIGHTS[3] ? NIGHTS[0] : usual
  const first = options.inks[0]
  const counted = options.inkCount !== undefined
  // Uncounted, the first colour named is the sheet's; what follows is printed on it.
  const ground: Lch = first && !counted ? [0.27, Math.min(0.06, INKS[first][1]), INKS[first][2]] : sky
  const asked = counted ? options.inks : options.inks.slice(1)
  const glow = options.accent ?? random.pick(GLOWS)
  const names = [...new Set<InkName>([...asked, glow, ...GLOWS])].slice(0, (options.inkCount ?? 2) - 1)
  const lit = names.map((name): Lch => [Math.max(0.62, INKS[name][0]), INKS[name][1], INKS[name][2]])
  const on = first && !counted ? `paper dyed ${INK_LABEL[first]}` : 'dark paper'
  const labels = listed(['cream', ...names.map((name) => INK_LABEL[name])])
  return { ground, inks: [[0.93, 0.02, 90], ...lit], labels: `in ${labels} on ${on}`, dark: true }
}

function dayDress(random: Random, options: Options): Dress {
  const inks = darkestFirst(chooseInks(random, options, SETS))
  const accent = options.accent
  if (accent && inks.includes(accent) && inks.length > 1)
    inks.splice(1, 0, ...inks.splice(inks.indexOf(accent), 1))
  const paper = choosePaper(random, options, ['laid', 'rag', 'kozo', 'ingres', 'oatmeal'])
  const labels = `in ${listed(inks.map((ink) => INK_LABEL[ink]))} on ${PAPER_LABEL[paper]}`
  return { ground: PAPERS[paper], inks: inks.map((ink) => INKS[ink]), labels, dark: false }
}

function dressOf(random: Random, options: Options): Dress {
  const first = options.inks[0]
  const isDeep = !options.inkCount && options.inks.length < 2 && (!first || INKS[first][0] < 0.5)
  const asksNight = options.hour === 'night' || options.tags.includes('dark')
  const bySeed =
    random.chance(0.5) && isDeep && !options.hour && !options.paper && !options.tags.includes('white')
  return asksNight || bySeed ? nightDress(random, options) : dayDress(random, options)
}

function planMode(random: Random, options: Options, inks: number): Drawn {
  const chosen = random.pick(['moons', 'orbits', 'stars', 'moons', 'orbits'] as const)
  const mode = (['moons', 'orbits', 'stars'] as const).find((name) => name === options.form) ?? chosen
  if (mode === 'stars') {
    const chart = planStars(random, options)
    const subject = `star chart, ${counted(chart.figures, 'figure')}`
    const [wide, high] = random.pick<Format>(FORMATS.almanac.stars)
    return { wide, high, subject, engrave: (plates) => engraveStars(plates, chart) }
  }
  if (mode === 'orbits') {
    const [wide, high] = random.pick<Format>(FORMATS.almanac.orbits)
    const system = planOrbits(random, options, wide, high)
    const subject = `orbits of ${counted(system.planets.length, 'planet')}`
    return { wide, high, subject, engrave: (plates) => engraveOrbits(plates, system) }
  }
  const calendar = planMoons(random, options)
  const shape = calendar.across / calendar.down
  const [broad, square] = FORMATS.almanac.moons
  const narrow = Math.max(NARROWEST_MOONS, Math.floor(1024 * (shape + 0.12)))
  const [wide, high] = shape > 1.1 ? broad : shape < 0.9 ? [narrow, 1024] : square
  const filled = inks > 1
  const subject = `${counted(calendar.count, 'moon')}${filled ? ', one full of colour' : ''}`
  return { wide, high, subject, engrave: (plates) => engraveMoons(plates, calendar, filled) }
}

function printChart(press: Press, dress: Dress, engrave: Drawn['engrave'], seed: number): Sheet {
  const sheet = makeSheet(press, dress.ground, seed, { relief: dress.dark ? 4 : 1.2 })
  const [key, second, third] = dress.inks
  const plates = {
    press,
    lines: press.plate(),
    accents: press.plate(),
    thirds: third ? press.plate() : null,
    random: new Random(seed ^ 0xa1),
  }
  engrave(plates)
  const how: Impression = { opaque: dress.dark, grain: 0.22 }
  if (key) print(sheet, plates.lines, linearOf(key), how)
  const loud = second ?? key
  if (loud) print(sheet, plates.accents, linearOf(loud), { ...how, strength: 0.95, salt: 1 })
  if (third && plates.thirds)
    print(sheet, plates.thirds, linearOf(third), { ...how, strength: 0.95, salt: 2 })
  return sheet
}

/** Almanac: an engraved sky of moons, orbits or stars, by day ink or on a sheet dyed for night. */
export const almanac: Compose = (seed, options) => {
  const random = new Random(seed)
  const dress = dressOf(random, options)
  const { wide, high, subject, engrave } = planMode(random, options, dress.inks.length)
  return {
    wide,
    high,
    subject,
    alt: `An engraved sky: ${subject}, ${dress.labels}.`,
    print: (press) => printChart(press, dress, engrave, seed),
  }
}
