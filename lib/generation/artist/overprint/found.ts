import { mixed, print } from '#lib/generation/artist/ink.ts'
import type { Options } from '#lib/generation/artist/options.ts'
import { INKS, type InkName } from '#lib/generation/artist/pigments.ts'
import { Press } from '#lib/generation/artist/press.ts'
import type { Random } from '#lib/generation/artist/random.ts'
import { clamp } from '#lib/generation/artist/scalar.ts'
import type { Sheet } from '#lib/generation/artist/sheet.ts'
import { arrange, layPiece, type Piece, scoreArrangement, type Wanted } from './arrangement.ts'
import { SHAPES, type ShapeName } from './shapes.ts'

const TRIES = 10

const isShape = (name: string | undefined): name is ShapeName => name !== undefined && name in SHAPES

/** The best of ten arrangements, by score. */
export function findArrangement(
  random: Random,
  options: Options,
  format: { wide: number; high: number },
  inks: number,
): Piece[] {
  const count = clamp(options.count ?? random.integer(4, 7) + options.density * 2, options.inkCount ?? 1, 12)
  const hero = isShape(options.shape) ? options.shape : undefined
  const wanted: Wanted = { ...format, count, loose: options.motion, fill: 0.8, ...(hero ? { hero } : {}) }
  const press = new Press(format.wide, format.high, { width: 96, height: 96 })
  let best: { pieces: Piece[]; score: number } | undefined
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const pieces = arrange(random.fork(), wanted)
    const score = scoreArrangement(press, pieces, inks)
    press.close()
    if (!best || score > best.score) best = { pieces, score }
  }
  return best?.pieces ?? []
}

/** Letterpress: starved, squeezed out at the edges, a hair out of register. */
export function printLetterpress(sheet: Sheet, plate: Uint8Array, name: InkName, random: Random): void {
  print(sheet, plate, mixed(INKS[name], random), {
    strength: random.between(0.86, 0.97),
    grain: 0.3,
    mottle: 0.07,
    squeeze: 0.05,
    shiftX: random.integer(-2, 2),
    shiftY: random.integer(-2, 2),
    salt: random.salt(),
  })
}

/** One plate to each ink; pieces in the same ink that overlap darken as two pulls would. */
export function printFound(
  sheet: Sheet,
  pieces: readonly Piece[],
  inks: readonly InkName[],
  random: Random,
): void {
  inks.forEach((ink, turn) => {
    pieces.forEach((piece, index) => {
      if (index % inks.length !== turn) return
      const plate = sheet.press.plate()
      layPiece(sheet.press, plate, piece)
      printLetterpress(sheet, plate, ink, random)
      sheet.press.free(plate)
    })
  })
}
