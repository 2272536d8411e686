import { thumbHashToRGBA } from 'thumbhash'

/** Cells on each side: their colours at the corners and in the middle make the wash. */
const CELLS = 3
/** Of the way from a corner to the one across: there its colour has gone. */
const REACH = '70%'
const CHANNELS = 3
/** So many are remembered, about 5 MB: drawing one takes a wall longer than all else about a work. */
const REMEMBERED = 20_000

type Raster = { w: number; h: number; rgba: Uint8Array }

/** Mean colour of the pixels in a cell, as six hex digits. */
function cellColour({ w, h, rgba }: Raster, column: number, row: number): string {
  const [left, right] = [Math.floor((column * w) / CELLS), Math.ceil(((column + 1) * w) / CELLS)]
  const [top, foot] = [Math.floor((row * h) / CELLS), Math.ceil(((row + 1) * h) / CELLS)]
  const sums = Array.from({ length: CHANNELS }, () => 0)
  for (let y = top; y < foot; y += 1)
    for (let x = left; x < right; x += 1)
      for (let channel = 0; channel < CHANNELS; channel += 1)
        sums[channel] = (sums[channel] ?? 0) + (rgba[(y * w + x) * 4 + channel] ?? 0)
  const pixels = (right - left) * (foot - top)
  return sums
    .map((sum) =>
      Math.round(sum / pixels)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
}

/**
 * Gradients, since a tiny picture for each work made a page twice as long on the line, and the browser took a tenth of
 * the time to its first picture for reading them.
 */
function draw(thumbhash: string): string {
  const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(thumbhash), (letter) => letter.charCodeAt(0)))
  const colourAt = (column: number, row: number) => `#${cellColour({ w, h, rgba }, column, row)}`
  const wash = (at: string, colour: string) => `radial-gradient(at ${at},${colour},${colour}00 ${REACH})`
  const [last, middle] = [CELLS - 1, colourAt(1, 1)]
  return [
    wash('0 0', colourAt(0, 0)),
    wash('100% 0', colourAt(last, 0)),
    wash('0 100%', colourAt(0, last)),
    wash('100% 100%', colourAt(last, last)),
    `linear-gradient(${middle},${middle})`,
  ].join()
}

const drawn = new Map<string, string>()

/** The colours of a picture, run together, from a thumbhash (base64): a CSS `background-image` of 200 letters. */
export function placeholderOf(thumbhash: string): string {
  const known = drawn.get(thumbhash)
  if (known) return known
  if (drawn.size === REMEMBERED) drawn.clear()
  const placeholder = draw(thumbhash)
  drawn.set(thumbhash, placeholder)
  return placeholder
}
