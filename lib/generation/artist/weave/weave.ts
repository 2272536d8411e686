import { choosePaper } from '#lib/generation/artist/choose-inks.ts'
import { type Lch, linearOf } from '#lib/generation/artist/colour.ts'
import type { Compose } from '#lib/generation/artist/composition.ts'
import { FORMATS, type Format } from '#lib/generation/artist/formats.ts'
import { print } from '#lib/generation/artist/ink.ts'
import type { Options } from '#lib/generation/artist/options.ts'
import { counted } from '#lib/generation/artist/phrase.ts'
import { PAPER_LABEL, PAPERS } from '#lib/generation/artist/pigments.ts'
import { blurred } from '#lib/generation/artist/plate.ts'
import type { Press } from '#lib/generation/artist/press.ts'
import { Random } from '#lib/generation/artist/random.ts'
import { fillPolygon, type Point } from '#lib/generation/artist/raster.ts'
import { toByte } from '#lib/generation/artist/scalar.ts'
import { makeSheet, type Sheet } from '#lib/generation/artist/sheet.ts'
import { sine } from '#lib/generation/artist/trigonometry.ts'
import { blankCloth, type Cloth, type Loom, type Structure } from './cloth.ts'
import { drawBlocks, drawMoon, drawPlaid, drawSteps, drawStripes, drawTwill } from './designs.ts'
import { layFringe } from './fringe.ts'
import { type Lay, weaveCloth } from './thread.ts'
import { chooseYarns, type Yarns } from './yarns.ts'

const FORMS = ['plaid', 'stripes', 'steps', 'blocks', 'moon', 'twill'] as const

type Form = (typeof FORMS)[number]

type Piece = { cloth: Cloth; subject: string }

function drawCloth(
  random: Random,
  options: Options,
  form: Form,
  frame: { wide: number; high: number },
  { dyes, hasLoud }: Yarns,
): Piece {
  const isBalanced = form === 'plaid' || form === 'twill'
  const size =
    options.density > 0
      ? random.pick([5.5, 6])
      : options.density < 0
        ? random.pick([13, 15])
        : random.pick([8, 9, 10])
  const thread = size * (form === 'twill' ? 1.1 : form === 'plaid' ? 0.8 : 1)
  const pick = isBalanced ? thread : thread * 0.4
  const structure: Structure = isBalanced ? 'twill' : 'faced'
  const cloth = blankCloth({ ...frame, thread, pick }, structure)
  const isAccented = options.accent !== undefined
  const { count, density: dense } = options
  const loom: Loom = { cloth, random, count, dense, yarns: dyes, hasLoud, isAccented }
  if (form === 'plaid') return { cloth, subject: `plaid, ${phrase(drawPlaid(loom))}` }
  if (form === 'stripes') return { cloth, subject: `blanket, ${phrase(drawStripes(loom))}` }
  if (form === 'blocks') return { cloth, subject: `tapestry, ${phrase(drawBlocks(loom))}` }
  if (form === 'moon') return { cloth, subject: `tapestry, ${phrase(drawMoon(loom))}` }
  if (form === 'steps') {
    const drawn = drawSteps(loom)
    return { cloth, subject: `${drawn.name.replace(/^a /, 'woven ')} of ${phrase(drawn)}` }
  }
  const drawn = drawTwill(loom, options.shape)
  return { cloth, subject: `${drawn.name}, ${phrase(drawn)}` }
}

const phrase = ({ count, one, many }: { count: number; one: string; many: string }) =>
  counted(count, one, many)

/** How far the cloth is out of square: hardly when still, bowed and drawn askew when wild. */
function layOf(random: Random, motion: number, left: number, top: number): Lay {
  const side = random.chance(0.5) ? 1 : -1
  const [phase, other] = [random.between(0, 6), random.between(0, 6)]
  const bow = motion > 0 ? random.between(13, 20) : motion < 0 ? 0 : random.between(0.6, 2)
  const skew = motion > 0 ? side * random.between(0.03, 0.05) : 0
  return {
    left,
    top,
    swayAt: (y) => bow * 0.7 * sine(y / 150 + phase) + skew * (y - 512),
    bowAt: (x) => bow * sine(x / 170 + other) + skew * 0.5 * (x - 512),
    wander: motion > 0 ? 5 : motion < 0 ? 0.3 : 1.6,
  }
}

/** The cloth's outline as it lies, for its shadow. */
function outlineOf(cloth: Cloth, lay: Lay): Point[] {
  const [wide, high] = [cloth.columns * cloth.thread, cloth.rows * cloth.pick]
  const at = (u: number, v: number): Point => {
    const [x, y] = [lay.left + u * wide, lay.top + v * high]
    return [x + lay.swayAt(y) + 4, y + lay.bowAt(x) + 8]
  }
  const steps = Array.from({ length: 16 }, (_, index) => index / 16)
  return [
    ...steps.map((t) => at(t, 0)),
    ...steps.map((t) => at(1, t)),
    ...steps.map((t) => at(1 - t, 1)),
    ...steps.map((t) => at(0, 1 - t)),
  ]
}

function castShadow(sheet: Sheet, cloth: Cloth, lay: Lay): void {
  const { press } = sheet
  const plate = press.plate()
  fillPolygon(press, plate, outlineOf(cloth, lay))
  const soft = blurred(press, plate, 7, 2)
  for (let at = 0; at < press.size; at++) plate[at] = toByte((soft[at] ?? 0) / 255)
  print(sheet, plate, [0.12, 0.12, 0.14], { strength: 0.3, grain: 0, mottle: 0 })
  press.free(plate, soft)
}

type Work = { piece: Piece; yarns: Yarns; card: Lch; lay: Lay; seed: number }

function hang(press: Press, { piece: { cloth }, yarns, card, lay, seed }: Work): Sheet {
  const sheet = makeSheet(press, card, seed, { relief: 1.3, fibres: 160 })
  const colours = yarns.colours.map((yarn) => linearOf(yarn))
  castShadow(sheet, cloth, lay)
  layFringe(sheet, cloth, colours, lay, new Random(seed ^ 0x3f))
  weaveCloth(sheet, cloth, colours, lay)
  return sheet
}

const NIGHT_CARD: Lch = [0.33, 0.02, 262]

/** Weave: one cloth, thread by thread, laid on a card. */
export const weave: Compose = (seed, options) => {
  const random = new Random(seed)
  const paper = choosePaper(random, options, ['rag', 'laid', 'oatmeal', 'newsprint', 'ingres', 'celadon'])
  const isDark = !options.paper && options.tags.some((tag) => tag === 'night' || tag === 'dark')
  const chosen = random.pick(FORMS)
  const form = FORMS.find((name) => name === options.form) ?? chosen
  const yarns = chooseYarns(random, options, form === 'steps' || form === 'moon')
  const [wide, high] = random.pick<Format>(FORMATS.weave.cloth)
  const frame = { wide: wide * random.pick([0.76, 0.82]), high: high * random.pick([0.76, 0.8]) }
  const piece = drawCloth(random, options, form, frame, yarns)
  const { columns, rows, thread, pick } = piece.cloth
  const lay = layOf(random, options.motion, (wide - columns * thread) / 2, (high - rows * pick) / 2 - 6)
  return {
    wide,
    high,
    subject: piece.subject,
    alt: `A woven cloth: ${piece.subject}, in ${yarns.labels}, on ${isDark ? 'a dark card' : PAPER_LABEL[paper]}.`,
    print: (press) => hang(press, { piece, yarns, card: isDark ? NIGHT_CARD : PAPERS[paper], lay, seed }),
  }
}
