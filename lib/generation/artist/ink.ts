import { type Lch, type Linear, linearOf } from './colour.ts'
import { blurred, inkedBox } from './plate.ts'
import type { Plate } from './press.ts'
import { hashPoint, type Random } from './random.ts'
import { clamp } from './scalar.ts'
import type { Sheet } from './sheet.ts'

/** How a plate is printed. Shifts are misregistration in points. */
export type Impression = {
  strength?: number
  /** How far the tooth of the paper starves the ink. */
  grain?: number
  /** How far the ink film wavers over about 32 points. */
  mottle?: number
  /** Ink pressed out to the edges of shapes, as in letterpress. */
  squeeze?: number
  shiftX?: number
  shiftY?: number
  /** Body colour that covers instead of a transparent ink that multiplies. */
  opaque?: boolean
  salt?: number
}

const CELLS = 16

/** A tile of two-octave noise that repeats without a seam. */
function mottleTile(cell: number, salt: number): { tile: Float32Array; side: number } {
  const side = CELLS * cell
  const tile = new Float32Array(side * side)
  for (let octave = 0; octave < 2; octave++) {
    const size = cell >> octave || 1
    const cells = side / size
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        tile[y * side + x] =
          (tile[y * side + x] ?? 0) + (octave ? 0.3 : 0.55) * tiled(x, y, size, cells, salt + octave)
      }
    }
  }
  return { tile, side }
}

function tiled(x: number, y: number, size: number, cells: number, salt: number): number {
  const xi = Math.floor(x / size)
  const yi = Math.floor(y / size)
  const u = x / size - xi
  const v = y / size - yi
  const su = u * u * (3 - 2 * u)
  const sv = v * v * (3 - 2 * v)
  const at = (i: number, j: number) => hashPoint(i % cells, j % cells, salt) / 2147483648 - 1
  const top = at(xi, yi) + (at(xi + 1, yi) - at(xi, yi)) * su
  const bottom = at(xi, yi + 1) + (at(xi + 1, yi + 1) - at(xi, yi + 1)) * su
  return top + (bottom - top) * sv
}

const tiles = new Map<number, { tile: Float32Array; side: number }>()

// The same tile serves every plate, each from its own offset: making it is the dear part.
function tileFor(scale: number) {
  const cell = Math.max(2, Math.floor(16 * scale + 0.5) * 2)
  const kept = tiles.get(cell) ?? mottleTile(cell, 901)
  tiles.set(cell, kept)
  return kept
}

/** Prints a plate on the sheet in one ink. */
export function print(sheet: Sheet, plate: Plate, ink: Linear, how: Impression = {}): void {
  const { press, tooth } = sheet
  const { strength = 1, grain = 0.16, mottle = 0.06, squeeze = 0, opaque = false, salt = 0 } = how
  const box = inkedBox(press, plate)
  if (!box) return
  const dx = Math.floor((how.shiftX ?? 0) * press.scale + 0.5)
  const dy = Math.floor((how.shiftY ?? 0) * press.scale + 0.5)
  const { tile, side } = tileFor(press.scale)
  const offsetX = hashPoint(salt, 1, sheet.seed) % side
  const offsetY = hashPoint(salt, 2, sheet.seed) % side
  const inner = squeeze ? blurred(press, plate, 3, 1) : null
  const lay = opaque ? layOpaque : layTransparent
  const { width } = press
  const right = Math.min(width - 1, box.right + dx)
  const bottom = Math.min(press.height - 1, box.bottom + dy)
  for (let y = Math.max(0, box.top + dy); y <= bottom; y++) {
    const tileRow = ((y + offsetY) % side) * side
    for (let x = Math.max(0, box.left + dx); x <= right; x++) {
      const source = (y - dy) * width + x - dx
      const level = plate[source] ?? 0
      if (level === 0) continue
      const at = y * width + x
      const high = tooth[at] ?? 0
      let film = 1 - grain * (high > 0.25 ? (high - 0.25) * 2.2 : 0) - grain * 0.25 * high
      film -= mottle * ((tile[tileRow + ((x + offsetX) % side)] ?? 0) + 0.2)
      if (inner) film += squeeze * clamp((255 - (inner[source] ?? 0)) / 160)
      lay(sheet, at, ink, clamp((level / 255) * strength * clamp(film, 0, 1.25)))
    }
  }
  if (inner) press.free(inner)
}

function layTransparent({ red, green, blue }: Sheet, at: number, ink: Linear, amount: number): void {
  const rest = 1 - amount
  red[at] = (red[at] ?? 0) * (rest + amount * ink[0])
  green[at] = (green[at] ?? 0) * (rest + amount * ink[1])
  blue[at] = (blue[at] ?? 0) * (rest + amount * ink[2])
}

function layOpaque({ red, green, blue, tooth }: Sheet, at: number, ink: Linear, amount: number): void {
  const rest = 1 - amount
  const body = amount * (1 + 0.03 * (tooth[at] ?? 0))
  red[at] = (red[at] ?? 0) * rest + ink[0] * body
  green[at] = (green[at] ?? 0) * rest + ink[1] * body
  blue[at] = (blue[at] ?? 0) * rest + ink[2] * body
}

/** An ink mixed by hand: never quite the same twice. */
export const mixed = ([lightness, chroma, hue]: Lch, random: Random): Linear =>
  linearOf([
    lightness + random.between(-0.02, 0.02),
    chroma * (1 + random.between(-0.1, 0.1)),
    hue + random.between(-5, 5),
  ])
