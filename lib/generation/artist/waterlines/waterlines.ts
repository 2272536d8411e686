import { chooseInks, choosePaper, darkestFirst, type InkSet } from '#lib/generation/artist/choose-inks.ts'
import { linearOf } from '#lib/generation/artist/colour.ts'
import type { Compose } from '#lib/generation/artist/composition.ts'
import { signedDistance } from '#lib/generation/artist/distance-field.ts'
import { FORMATS, type Format } from '#lib/generation/artist/formats.ts'
import { print } from '#lib/generation/artist/ink.ts'
import type { Options } from '#lib/generation/artist/options.ts'
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
import type { Press } from '#lib/generation/artist/press.ts'
import { Random } from '#lib/generation/artist/random.ts'
import { fillDisc } from '#lib/generation/artist/raster.ts'
import { makeSheet, type Sheet } from '#lib/generation/artist/sheet.ts'
import { engraveTides, hatchLand, planTides, ruleFrame, type Tides, washLand } from './engrave.ts'
import { type LandPlan, planLand, raiseLand } from './land.ts'

const SETS: readonly [InkSet, ...InkSet[]] = [
  ['prussian', 'sanguine'],
  ['indigo', 'sienna'],
  ['irongall', 'vermilion'],
  ['verdigris', 'lac'],
  ['prussian', 'umber'],
  ['sepia', 'smalt'],
  ['payne', 'madder'],
  ['lamp', 'terreverte'],
  ['indigo', 'ochre'],
]

/** The key is the darkest ink; a pale one alone could not carry lines, so iron gall joins it. */
function plateInks(random: Random, options: Options): InkName[] {
  const asked = options.inks.length + (options.accent ? 1 : 0)
  const inks = darkestFirst(chooseInks(random, options, SETS))
  const tooPale = INKS[inks[0] ?? 'irongall'][0] > 0.56
  if (!tooPale || options.inkCount) return inks
  return asked > 1 ? ['irongall', ...inks] : ['irongall', ...inks.filter((ink) => options.inks.includes(ink))]
}

type Chart = {
  plan: LandPlan
  tides: Tides
  inks: readonly InkName[]
  paper: PaperName
  seed: number
  density: number
  mark: InkName | null
}

function engrave(press: Press, { plan, tides, inks, paper, seed, density, mark }: Chart): Sheet {
  const random = new Random(seed ^ 0x1e)
  const sheet = makeSheet(press, PAPERS[paper], seed)
  const key = linearOf(INKS[inks[0] ?? 'irongall'])
  const second = linearOf(INKS[inks[1] ?? inks[0] ?? 'irongall'])
  const land = raiseLand(press, plan, seed)
  const shore = signedDistance(press, land)
  const waters = { press, shore, soft: blurred(press, shore, 5, 2) }
  const wash = washLand(waters, land, seed)
  print(sheet, wash, second, {
    grain: 0.35,
    mottle: 0.2,
    strength: inks.length > 1 ? 1 : 0.55,
    shiftX: random.integer(-3, 3),
    shiftY: random.integer(-2, 2),
  })
  press.free(wash, land)
  const sea = engraveTides(waters, tides, seed)
  const hatch = hatchLand(waters, random, density)
  print(sheet, sea, key, { grain: 0.22, mottle: 0.08, salt: 1 })
  print(sheet, hatch, second, {
    grain: 0.2,
    shiftX: random.integer(-1, 1),
    shiftY: random.integer(-1, 1),
    salt: 2,
  })
  print(sheet, ruleFrame(press), key, { grain: 0.25, salt: 3 })
  const port = plan.islands[0]
  if (mark && port) {
    const spot = press.plate()
    fillDisc(press, spot, [port.x, port.y, inks.length > 2 ? 13 : 7])
    if (inks.length > 2) fillDisc(press, spot, [port.x, port.y, 21], { hole: 17.5 })
    print(sheet, spot, linearOf(INKS[mark]), { grain: 0.05, opaque: inks.length > 2 })
  }
  return sheet
}

function subjectOf({ kind, islands }: LandPlan): string {
  if (kind === 'isle' || kind === 'isles')
    return `${counted(islands.length, 'island')} and ${islands.length === 1 ? 'its' : 'their'} tides`
  return { coast: 'chart of a coast', strait: 'chart of a strait', lake: 'chart of a lake' }[kind]
}

/** Waterlines: an engraved chart of tides around land. */
export const waterlines: Compose = (seed, options) => {
  const random = new Random(seed)
  const inks = plateInks(random, options)
  const paper = choosePaper(random, options, [
    'laid',
    'rag',
    'kozo',
    'oatmeal',
    'celadon',
    'blush',
    'newsprint',
  ])
  const [wide, high] = random.pick<Format>(FORMATS.waterlines.chart)
  const plan = planLand(random, options, wide, high)
  const tides = planTides(random, options.density, options.motion)
  const isMarked = plan.kind !== 'lake' && random.chance(0.5)
  const last = inks[inks.length - 1] ?? null
  const mark = inks.length > 2 || options.accent || isMarked ? last : null
  const subject = subjectOf(plan)
  return {
    wide,
    high,
    subject,
    alt: `An engraved chart: ${subject}, tide lines in ${listed(inks.map((ink) => INK_LABEL[ink]))} on ${PAPER_LABEL[paper]}.`,
    print: (press) => engrave(press, { plan, tides, inks, paper, seed, density: options.density, mark }),
  }
}
