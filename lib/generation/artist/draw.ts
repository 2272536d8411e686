import { almanac } from './almanac/almanac.ts'
import type { Compose, Composition } from './composition.ts'
import { herbarium } from './herbarium/herbarium.ts'
import type { FamilyId } from './options.ts'
import { overprint } from './overprint/overprint.ts'
import { sentenceCase } from './phrase.ts'
import { encodePng } from './png.ts'
import { Press } from './press.ts'
import { hashText } from './random.ts'
import { sheetToRgb } from './sheet.ts'
import { strata } from './strata/strata.ts'
import { wall } from './wall/wall.ts'
import { waterlines } from './waterlines/waterlines.ts'
import { weave } from './weave/weave.ts'
import { woodcut } from './woodcut/woodcut.ts'
import { type Reading, readBrief } from './words.ts'

/** What each family composes. */
export const COMPOSE: Readonly<Record<FamilyId, Compose>> = {
  overprint,
  herbarium,
  woodcut,
  waterlines,
  strata,
  almanac,
  weave,
  wall,
}

const STATES = [
  'first proof',
  'second proof',
  'first state',
  'second state',
  'third state',
  'trial proof',
  'printer’s proof',
  'working proof',
]

/**
 * A brief and a seed; `width` and `height` are the box in pixels that the sheet must fit. `ground` is the hash
 * of the words that another work was drawn from: with it and that work's seed, this one is its sibling.
 */
export type Commission = { prompt: string; seed: number; ground?: number; width?: number; height?: number }

export type Drawing = {
  /** Pixels. */
  width: number
  height: number
  /** sRGB, three bytes to a pixel, rows from the top. */
  rgb: Uint8Array
  family: FamilyId
  /** The words of the brief that moved something, as written. */
  moved: string[]
  title: string
  alt: string
}

function titleOf({ subject }: Composition, seed: number): string {
  const state = STATES[(seed >>> 3) % STATES.length] ?? 'proof'
  return `${sentenceCase(subject)}, ${state}`
}

/** Draws what a reading of a brief asks, from a seed already mixed with the brief. */
export function drawReading(
  { family, options, moved }: Reading,
  ownSeed: number,
  box: { width: number; height: number },
): Drawing {
  const composition = COMPOSE[family](ownSeed, options)
  const press = new Press(composition.wide, composition.high, box)
  try {
    const rgb = sheetToRgb(composition.print(press))
    const title = titleOf(composition, ownSeed)
    return { width: press.width, height: press.height, rgb, family, moved, title, alt: composition.alt }
  } finally {
    press.close()
  }
}

/**
 * Draws one work. The pixels depend on the brief, the seed and the box alone: the same bytes on any
 * machine, in Node or a browser, whatever was drawn before.
 */
export function draw(commission: Commission): Drawing {
  const { prompt, seed, ground = hashText(prompt), width = 1024, height = 1024 } = commission
  const ownSeed = (ground ^ Math.imul(seed | 0, 0x9e3779b1)) | 0
  return drawReading(readBrief(prompt, seed, ground), ownSeed, { width, height })
}

/** The same work as the bytes of a PNG file. */
export function drawPng(commission: Commission): Drawing & { png: Uint8Array } {
  const drawing = draw(commission)
  return { ...drawing, png: encodePng(drawing) }
}
