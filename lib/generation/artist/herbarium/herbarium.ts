import { chooseInks, choosePaper, darkestFirst, type InkSet } from '#lib/generation/artist/choose-inks.ts'
import { linearOf } from '#lib/generation/artist/colour.ts'
import type { Compose } from '#lib/generation/artist/composition.ts'
import { FORMATS, type Format } from '#lib/generation/artist/formats.ts'
import { print } from '#lib/generation/artist/ink.ts'
import { noisePlane } from '#lib/generation/artist/noise.ts'
import type { Tag } from '#lib/generation/artist/options.ts'
import { counted, listed } from '#lib/generation/artist/phrase.ts'
import {
  INK_LABEL,
  INKS,
  type InkName,
  PAPER_LABEL,
  PAPERS,
  type PaperName,
} from '#lib/generation/artist/pigments.ts'
import { blurred } from '#lib/generation/artist/plate.ts'
import type { Plate, Press } from '#lib/generation/artist/press.ts'
import { Random } from '#lib/generation/artist/random.ts'
import { fillRectangle } from '#lib/generation/artist/raster.ts'
import { clamp } from '#lib/generation/artist/scalar.ts'
import { makeSheet, type Sheet } from '#lib/generation/artist/sheet.ts'
import { chooseTagged } from '#lib/generation/artist/tagged.ts'
import { growAlgae } from './algae.ts'
import { brushCoat, type Frame } from './coat.ts'
import { growFern } from './fern.ts'
import { growGrass } from './grass.ts'
import { growGinkgo, growLeaves } from './leaves.ts'
import { extentOf, type Habit, type Plant } from './plant.ts'
import { castShadow } from './shadow.ts'
import { growUmbel } from './umbel.ts'

type Tone = { ink: InkName; tags: readonly Tag[] }

type Kind = { grow: (habit: Habit) => Plant; name: string; part: string; parts?: string; most: number }

const KINDS = {
  fern: { grow: growFern, name: 'fern', part: 'frond', most: 9 },
  algae: { grow: growAlgae, name: 'seaweed', part: 'branch', parts: 'branches', most: 9 },
  grass: { grow: growGrass, name: 'meadow grass', part: 'blade', most: 40 },
  umbel: { grow: growUmbel, name: 'cow parsley', part: 'stem', most: 9 },
  leaf: { grow: growLeaves, name: 'a leafy branch', part: 'leaf', parts: 'leaves', most: 40 },
  ginkgo: { grow: growGinkgo, name: 'ginkgo', part: 'leaf', parts: 'leaves', most: 12 },
} as const satisfies Record<string, Kind>

const TONES: readonly [Tone, ...Tone[]] = [
  { ink: 'prussian', tags: ['night', 'dawn', 'summer', 'noon', 'quiet'] },
  { ink: 'prussian', tags: ['night', 'rain', 'white'] },
  { ink: 'indigo', tags: ['dark', 'snow'] },
  { ink: 'prussian', tags: ['dusk'] },
  { ink: 'sepia', tags: ['autumn', 'warm', 'noon'] },
  { ink: 'payne', tags: ['winter', 'cold', 'rain', 'snow'] },
  { ink: 'caput', tags: ['dusk', 'warm'] },
  { ink: 'sap', tags: ['spring', 'summer'] },
]

const COUNTED: readonly [InkSet, ...InkSet[]] = [
  ['prussian', 'ochre', 'vermilion'],
  ['indigo', 'rose', 'orpiment'],
  ['sepia', 'verdigris', 'vermilion'],
  ['payne', 'minium', 'weld'],
  ['lac', 'weld', 'ultramarine'],
  ['sap', 'rose', 'sienna'],
]

function swayOf(random: Random, motion: number): number {
  const free = random.between(-0.25, 0.25)
  if (motion < 0) return free * 0.2
  return motion > 0 ? (free < 0 ? -0.5 : 0.5) + free : free
}

function kindOf(random: Random, form: string | undefined): Kind {
  const names = Object.keys(KINDS) as [keyof typeof KINDS, ...(keyof typeof KINDS)[]]
  const chosen = random.pick(names)
  return KINDS[names.find((name) => name === form) ?? chosen]
}

type Printing = { inks: readonly InkName[]; paper: PaperName; frame: Frame; seed: number; tintedPart: number }

type Shadow = { shade: Plate; tint?: Plate }

/** The coat, its tones and the shade of the plant, in one plate. */
function exposePlate(press: Press, coat: Plate, { shade, tint }: Shadow, seed: number): Plate {
  const tones = noisePlane(press, seed ^ 5, 190, 240, 3)
  const soft = blurred(press, shade, 1, 1)
  for (let at = 0; at < press.size; at++) {
    const light = (1 - ((soft[at] ?? 0) / 255) * 0.96) * (1 - ((tint?.[at] ?? 0) / 255) * 0.8)
    coat[at] = Math.floor(clamp(((coat[at] ?? 0) / 255) * light * (0.985 + 0.035 * (tones[at] ?? 0))) * 255)
  }
  press.free(tones, soft)
  return coat
}

/** A collector's seal in the margin under the coat. */
function printSeal(sheet: Sheet, { frame, inks }: Printing): void {
  const ink = inks[2]
  if (!ink) return
  const seal = sheet.press.plate()
  const [x, y] = [frame.right - 46, frame.bottom + 31]
  fillRectangle(sheet.press, seal, [x, y, 36, 36])
  for (const bar of [0, 1, 2])
    fillRectangle(sheet.press, seal, [x + 7 + bar * 8.5, y + 7 + bar * 4, 4, 18], 255, 'remove')
  print(sheet, seal, linearOf(INKS[ink]), { grain: 0.2, salt: 4 })
  sheet.press.free(seal)
}

function printSun(press: Press, plant: Plant, printing: Printing): Sheet {
  const { inks, paper, frame, seed, tintedPart } = printing
  const random = new Random(seed ^ 0x4e)
  const sheet = makeSheet(press, PAPERS[paper], seed, { fibres: 310 })
  const second = inks[1]
  const { shade, tint } = castShadow(press, plant, frame, random, tintedPart)
  const coat = exposePlate(
    press,
    brushCoat(press, random, frame, random.chance(0.4)),
    second ? { shade, tint } : { shade },
    seed,
  )
  const [lightness, chroma, hue] = INKS[inks[0] ?? 'prussian']
  const tone = linearOf([Math.min(lightness, 0.42), Math.min(chroma, 0.1), hue])
  print(sheet, coat, tone, { strength: 0.99, grain: 0.1, mottle: 0.025 })
  if (second)
    print(sheet, tint, linearOf(INKS[second]), { strength: 0.88, grain: 0.2, shiftX: 1, shiftY: -1, salt: 3 })
  printSeal(sheet, printing)
  return sheet
}

/** A sheet that suits the plant: tall for what is tall, square or a little wide for what spreads. */
function formatOf(random: Random, plant: Plant): { wide: number; high: number; frame: Frame } {
  const [left, top, right, bottom] = extentOf(plant)
  const spread = (right - left) / (bottom - top)
  const { tall, broad, even } = FORMATS.herbarium
  const narrow = random.pick<Format>(tall)
  const [wide, high] = spread < 0.75 ? narrow : spread > 1.2 ? broad[0] : random.pick<Format>(even)
  const margin = wide < 900 ? 84 : 100
  return { wide, high, frame: { left: margin, top: 82, right: wide - margin, bottom: high - 84 } }
}

/** Herbarium: the sun print of one plant. */
export const herbarium: Compose = (seed, options) => {
  const random = new Random(seed)
  const tone: InkSet = [chooseTagged(random, options, TONES).ink]
  const inks = darkestFirst(chooseInks(random, options, options.inkCount ? COUNTED : [tone]))
  const paper = choosePaper(random, { ...options, tags: [] }, ['rag', 'kozo', 'laid'])
  const kind = kindOf(random, options.form)
  const count = options.count === undefined ? undefined : clamp(options.count, 1, kind.most)
  const habit: Habit = {
    random: random.fork(),
    density: options.density,
    sway: swayOf(random, options.motion),
    wild: options.motion,
    ...(count === undefined ? {} : { count }),
  }
  const plant = kind.grow(habit)
  const { wide, high, frame } = formatOf(random, plant)
  const parts = plant.layers.reduce((most, { part }) => Math.max(most, part), 0) + 1
  const subject = `${kind.name}, ${counted(parts, kind.part, kind.parts)}`
  const tintedPart = options.accent ? random.integer(0, parts - 1) : -1
  const tints = inks.length > 1 ? ` with ${listed(inks.slice(1).map((ink) => INK_LABEL[ink]))}` : ''
  return {
    wide,
    high,
    subject,
    alt: `A sun print of ${subject}, pale on ${INK_LABEL[inks[0] ?? 'prussian']}${tints}, brushed on ${PAPER_LABEL[paper]}.`,
    print: (press) => printSun(press, plant, { inks, paper, frame, seed, tintedPart }),
  }
}
