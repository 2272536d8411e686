import { choosePaper } from '#lib/generation/artist/choose-inks.ts'
import { linearOf } from '#lib/generation/artist/colour.ts'
import type { Compose } from '#lib/generation/artist/composition.ts'
import { print } from '#lib/generation/artist/ink.ts'
import { counted, listed } from '#lib/generation/artist/phrase.ts'
import { PAPER_LABEL, PAPERS, type PaperName } from '#lib/generation/artist/pigments.ts'
import type { Press } from '#lib/generation/artist/press.ts'
import { Random } from '#lib/generation/artist/random.ts'
import { fillDisc } from '#lib/generation/artist/raster.ts'
import { clamp } from '#lib/generation/artist/scalar.ts'
import { makeSheet, type Sheet } from '#lib/generation/artist/sheet.ts'
import { type Ground, planGround, surfaceAt } from './ground.ts'
import { type Colours, chooseColours } from './palettes.ts'
import { cutSection, plantScale, printBeds, ruleSection } from './section.ts'

type Disc = { x: number; y: number; radius: number }

type Survey = { ground: Ground; colours: Colours; paper: PaperName; sun: Disc | null; trees: number }

function placeSun(random: Random, ground: Ground, low: boolean): Disc {
  const x = random.pick([0.28, 0.34, 0.66, 0.72]) * ground.wide
  const radius = random.between(28, 46)
  const ridge = Math.min(surfaceAt(ground, x), surfaceAt(ground, x - radius), surfaceAt(ground, x + radius))
  const high = Math.min(ridge - radius * 1.8, ground.high * random.between(0.1, 0.14) + 14)
  return { x, y: Math.max(radius + 24, low ? ridge - radius - 8 : high), radius }
}

function survey(press: Press, { ground, colours, paper, sun, trees }: Survey): Sheet {
  const random = new Random(ground.seed ^ 0x57)
  const sheet = makeSheet(press, PAPERS[paper], ground.seed)
  const { owner, lines } = cutSection(press, ground)
  printBeds(sheet, ground, owner)
  press.free(owner)
  ruleSection(press, lines, ground, random)
  if (!ground.cores) plantScale(press, lines, ground, random, trees)
  if (sun) {
    const disc = press.plate()
    fillDisc(press, disc, [sun.x, sun.y, sun.radius])
    print(sheet, disc, linearOf(colours.sun), { grain: 0.25, salt: 7 })
    press.free(disc)
  }
  print(sheet, lines, linearOf(colours.key), { grain: 0.24, mottle: 0.1, salt: 8 })
  return sheet
}

function subjectOf(ground: Ground, sun: Disc | null): string {
  if (ground.cores) return counted(ground.cores, 'drill core')
  const faults = ground.faults.length ? `with ${counted(ground.faults.length, 'fault')}` : 'unbroken'
  return `section ${faults}${sun ? ', one sun' : ''}`
}

/** Strata: a section through ground, or drill cores from it. */
export const strata: Compose = (seed, options) => {
  const random = new Random(seed)
  const colours = chooseColours(random, options)
  const paper = choosePaper(random, { ...options, tags: [] }, ['rag', 'laid', 'kozo', 'oatmeal'])
  const ground = planGround(random, options, colours, seed)
  const wantsSun = options.sun ?? (options.accent || options.low ? true : random.chance(0.5))
  const sun = wantsSun && !ground.cores ? placeSun(random, ground, options.low ?? false) : null
  const trees = clamp(options.trees ?? random.integer(0, 3) * 7, 0, 60)
  const subject = subjectOf(ground, sun)
  return {
    wide: ground.wide,
    high: ground.high,
    subject,
    alt: `Layered ground: ${subject}, beds in ${listed(colours.labels)} with engraved rock signs, on ${PAPER_LABEL[paper]}.`,
    print: (press) => survey(press, { ground, colours, paper, sun, trees }),
  }
}
