import { chooseInks, choosePaper, type InkSet } from '#lib/generation/artist/choose-inks.ts'
import type { Compose, Composition } from '#lib/generation/artist/composition.ts'
import { FORMATS, type Format } from '#lib/generation/artist/formats.ts'
import type { Options } from '#lib/generation/artist/options.ts'
import { counted, listed, numberWord } from '#lib/generation/artist/phrase.ts'
import {
  INK_LABEL,
  INKS,
  type InkName,
  PAPER_LABEL,
  PAPERS,
  type PaperName,
} from '#lib/generation/artist/pigments.ts'
import { Random } from '#lib/generation/artist/random.ts'
import { makeSheet } from '#lib/generation/artist/sheet.ts'
import { findArrangement, printFound } from './found.ts'
import { type Grid, planGrid, printGrid, type Sort } from './grid.ts'

const SETS: readonly [InkSet, ...InkSet[]] = [
  ['prussian', 'vermilion', 'weld'],
  ['irongall', 'minium', 'slate'],
  ['verdigris', 'madder', 'lamp'],
  ['indigo', 'ochre', 'rose'],
  ['smalt', 'sienna', 'weld'],
  ['terreverte', 'plum', 'orpiment'],
  ['lamp', 'vermilion'],
  ['ultramarine', 'minium'],
  ['malachite', 'rose', 'irongall'],
]

const SORT_LABEL: Readonly<Record<Sort, readonly [one: string, many: string]>> = {
  quarter: ['quarter circle', 'quarter circles'],
  half: ['half circle', 'half circles'],
  leaf: ['leaf shape', 'leaf shapes'],
  bar: ['set of bars', 'sets of bars'],
  triangle: ['triangle', 'triangles'],
  arch: ['arch', 'arches'],
  pane: ['window', 'windows'],
  disc: ['disc', 'discs'],
  ring: ['ring', 'rings'],
  frame: ['square', 'squares'],
}

const UPRIGHT: readonly Sort[] = ['pane', 'disc', 'ring', 'frame']

/** An upright sort does not show its turn; there the odd one differs by its ink. */
function oddity({ sort }: Grid, inks: readonly InkName[]): string {
  const last = inks[inks.length - 1]
  return UPRIGHT.includes(sort) && last ? `in ${INK_LABEL[last]}` : 'turned wrong'
}

const labelled = (inks: readonly InkName[]) => listed(inks.map((ink) => INK_LABEL[ink]))

type Stock = { random: Random; options: Options; inks: InkName[]; paper: PaperName; seed: number }

/** The loudest ink, or the accent, is kept for the odd ones. */
function composeGrid({ random, options, inks, paper, seed }: Stock): Composition {
  const loudness = (ink: InkName) => (ink === options.accent ? 1 : INKS[ink][1])
  inks.sort((one, other) => loudness(one) - loudness(other))
  if (options.exceptions && !options.inkCount && inks.length > 2) inks.splice(0, 1)
  const grid = planGrid(random, options)
  const shape = grid.across - grid.down
  const [square, broad, tall] = FORMATS.overprint.grid
  const [wide, high] = shape === 0 ? square : shape > 0 ? broad : tall
  grid.cell = Math.min((wide * 0.77) / grid.across, (high * 0.77) / grid.down, 300)
  const things = counted(grid.count, ...SORT_LABEL[grid.sort])
  const subject = grid.odd.size ? `${things}, ${numberWord(grid.odd.size)} ${oddity(grid, inks)}` : things
  return {
    wide,
    high,
    subject,
    alt: `A grid of ${grid.across} columns and ${grid.down} rows: ${subject}, printed in ${labelled(inks)} on ${PAPER_LABEL[paper]}.`,
    print: (press) => {
      const sheet = makeSheet(press, PAPERS[paper], seed)
      printGrid(sheet, grid, inks, new Random(seed ^ 0x51))
      return sheet
    },
  }
}

function composeFound({ random, options, inks, paper, seed }: Stock): Composition {
  const [wide, high] = random.pick<Format>(FORMATS.overprint.found)
  const pieces = findArrangement(random, options, { wide, high }, inks.length)
  const used = inks.slice(0, pieces.length)
  const names = [...new Set(pieces.map(({ shape }) => shape))]
  return {
    wide,
    high,
    subject: `${counted(pieces.length, 'found shape')} in ${labelled(used)}`,
    alt: `Overlapping flat shapes (${listed(names)}), printed in ${labelled(used)} on ${PAPER_LABEL[paper]}.`,
    print: (press) => {
      const sheet = makeSheet(press, PAPERS[paper], seed)
      printFound(sheet, pieces, used, new Random(seed ^ 0x51))
      return sheet
    },
  }
}

/** Overprint: found shapes in transparent inks, or a grid of sorts with one turned wrong. */
export const overprint: Compose = (seed, options) => {
  const random = new Random(seed)
  const inks = chooseInks(random, options, SETS)
  if (!options.inkCount && inks.every((ink) => INKS[ink][0] > 0.6)) inks.unshift('irongall')
  const paper = choosePaper(random, options, ['rag', 'kozo', 'laid', 'newsprint', 'oatmeal'])
  const bySeed = random.chance(0.3)
  const isRegular = options.form === 'grid' || options.exceptions !== undefined || (options.count ?? 0) > 12
  const stock = { random, options, inks, paper, seed }
  return isRegular || (!options.form && bySeed) ? composeGrid(stock) : composeFound(stock)
}
