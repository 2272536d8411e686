import { thumbHashToRGBA } from 'thumbhash'

/** Parts of a side: the strips along the upper and the lower edge, and the middle. */
const STRIP = 1 / 8
const MIDDLE = 1 / 2
/** Of the way from the middle to an edge: so far it is the middle's own colour. */
const CORE = '25%'
const CHANNELS = [0, 1, 2]
/** So many are remembered, about 3 MB: to draw those of a wall took a ninth of the server's time for it. */
const REMEMBERED = 20_000

type Raster = { w: number; h: number; rgba: Uint8Array }

type Box = { width: number; height: number; x: number; y: number }

/** Mean colour of a box, its sides and what is left and above of it as parts of the picture's. */
function meanColour({ w, h, rgba }: Raster, box: Box): string {
  const [width, height] = [Math.ceil(w * box.width), Math.ceil(h * box.height)]
  const [left, top] = [Math.floor(w * box.x), Math.min(h - height, Math.floor(h * box.y))]
  const sums = CHANNELS.map(() => 0)
  for (let row = top; row < top + height; row += 1)
    for (let column = left; column < left + width; column += 1)
      for (const channel of CHANNELS)
        sums[channel] = (sums[channel] ?? 0) + (rgba[(row * w + column) * 4 + channel] ?? 0)
  const hex = (sum: number) =>
    Math.round(sum / (width * height))
      .toString(16)
      .padStart(2, '0')
  return `#${sums.map(hex).join('')}`
}

/**
 * Gradients, since a tiny picture for each work made a quarter of a wall's page on the line, and a browser reads,
 * decodes and scales each before it shows the first work.
 */
function draw(thumbhash: string): string {
  const raster = thumbHashToRGBA(Uint8Array.from(atob(thumbhash), (letter) => letter.charCodeAt(0)))
  const strip = { width: 1, height: STRIP, x: 0 }
  const upper = meanColour(raster, { ...strip, y: 0 })
  const lower = meanColour(raster, { ...strip, y: 1 - STRIP })
  const beside = (1 - MIDDLE) / 2
  const middle = meanColour(raster, { width: MIDDLE, height: MIDDLE, x: beside, y: beside })
  return `radial-gradient(farthest-side,${middle} ${CORE},${middle}00),linear-gradient(${upper},${lower})`
}

const drawn = new Map<string, string>()

/** The colours of a picture, run together, from a thumbhash (base64): a CSS `background-image` of 90 letters. */
export function placeholderOf(thumbhash: string): string {
  const known = drawn.get(thumbhash)
  if (known) return known
  if (drawn.size === REMEMBERED) drawn.clear()
  const placeholder = draw(thumbhash)
  drawn.set(thumbhash, placeholder)
  return placeholder
}
