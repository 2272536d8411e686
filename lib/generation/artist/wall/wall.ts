import { choosePaper } from '#lib/generation/artist/choose-inks.ts'
import type { Compose } from '#lib/generation/artist/composition.ts'
import { FORMATS, type Format } from '#lib/generation/artist/formats.ts'
import type { Hour, Options } from '#lib/generation/artist/options.ts'
import { counted, numberWord } from '#lib/generation/artist/phrase.ts'
import { PAPER_LABEL, PAPERS, type PaperName } from '#lib/generation/artist/pigments.ts'
import type { Press } from '#lib/generation/artist/press.ts'
import { Random } from '#lib/generation/artist/random.ts'
import { clamp } from '#lib/generation/artist/scalar.ts'
import { makeSheet, type Sheet } from '#lib/generation/artist/sheet.ts'
import { buildFront, type Front, planFront } from './front.ts'
import { printPlates } from './impression.ts'
import { chooseLit, cutOpening } from './opening.ts'
import { cutPlates, type Frame } from './plates.ts'
import { buildStreet, planStreet, type Street } from './street.ts'
import { chooseScheme, chooseTones, type Tones } from './tones.ts'
import { castRoofs, letFall } from './weather.ts'

type View = { kind: 'front'; front: Front } | { kind: 'street'; street: Street }

type Work = {
  view: View
  frame: Frame
  tones: Tones
  paper: PaperName
  hour: Hour
  lit: number
  motion: number
  seed: number
}

function openingsOf(view: View) {
  return view.kind === 'front' ? view.front.openings : view.street.openings
}

function pull(press: Press, work: Work): Sheet {
  const { view, frame, tones, paper, hour, seed } = work
  const random = new Random(seed ^ 0x6a)
  const sheet = makeSheet(press, PAPERS[paper], seed, { fibres: 240 })
  const plates = cutPlates(press, frame)
  const snow = hour === 'snow'
  if (view.kind === 'front') buildFront(plates, view.front, snow)
  else buildStreet(plates, view.street, snow)
  const openings = openingsOf(view)
  const [wide, high] = [frame.right - frame.left, frame.bottom - frame.top]
  const focus = [
    frame.left + wide * random.pick([0.36, 0.63]),
    frame.top + high * random.pick([0.42, 0.6]),
  ] as const
  const lit = chooseLit(
    random,
    openings.map(({ place }) => place(0.5, 0.5)),
    work.lit,
    focus,
  )
  openings.forEach((opening, index) => {
    cutOpening(plates, opening, lit.has(index), snow, random)
  })
  if (hour === 'noon' || hour === 'dusk' || hour === 'dawn') castRoofs(plates, random)
  if (hour === 'rain' || hour === 'snow') letFall(plates, random, hour, work.motion)
  printPlates(sheet, plates, tones, hour)
  return sheet
}

const hourPhrase: Readonly<Record<Hour, string>> = {
  night: 'at night',
  dusk: 'at dusk',
  dawn: 'at dawn',
  noon: 'at noon',
  rain: 'in rain',
  snow: 'in snow',
}

/** Whether a street or a single front is asked; windows are counted on a front. */
function isStreet(options: Options, bySeed: boolean): boolean {
  if (options.counted) return options.counted !== 'window'
  return options.form ? options.form === 'street' : bySeed
}

/** Wall: one house front or a row of houses, its windows counted. */
export const wall: Compose = (seed, options) => {
  const random = new Random(seed)
  const scheme = chooseScheme(random, options)
  const { hour } = scheme
  const tones = chooseTones(random, options, scheme)
  const paper = choosePaper(random, { ...options, tags: [] }, ['rag', 'kozo', 'laid', 'oatmeal'])
  const streetBySeed = random.chance(0.35)
  const kind = isStreet(options, streetBySeed) ? 'street' : 'front'
  const [wide, high] = random.pick<Format>(FORMATS.wall[kind])
  const bySeed = random.chance(0.5)
  const bleeds = bySeed && options.inkCount === undefined
  const margin = bleeds ? 0 : Math.min(wide, high) * 0.075
  const frame = { left: margin, top: margin, right: wide - margin, bottom: high - margin * 1.1 }
  const hasShutters =
    options.shape === 'shutter' || (kind === 'front' && random.chance(hour === 'noon' ? 0.7 : 0.35))
  const site = { random, options, frame, hasShutters }
  const view: View =
    kind === 'front'
      ? { kind, front: planFront(site) }
      : { kind, street: planStreet(site, hour === 'night' || hour === 'dusk' || hour === 'snow') }
  const windows = openingsOf(view).length
  const usual =
    hour === 'noon' || hour === 'dawn' ? 0 : random.pick(hour === 'dusk' ? [2, 3, 5, 8] : [1, 1, 2, 3, 5])
  const lit = clamp(options.exceptions ?? usual, 0, windows)
  const things =
    view.kind === 'front' ? counted(windows, 'window') : counted(view.street.houses.length, 'house')
  const litPhrase = lit ? `, ${view.kind === 'front' ? numberWord(lit) : counted(lit, 'window')} lit` : ''
  const subject = `${things} ${hourPhrase[hour]}${litPhrase}`
  const what = view.kind === 'front' ? 'A house front' : 'A street of houses'
  return {
    wide,
    high,
    subject,
    alt: `${what}: ${subject}, in ${tones.labels} on ${PAPER_LABEL[paper]}.`,
    print: (press) => pull(press, { view, frame, tones, paper, hour, lit, motion: options.motion, seed }),
  }
}
