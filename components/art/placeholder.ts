import { rgbaToDataURL, thumbHashToRGBA } from 'thumbhash'

/** Pixels on the longer side: the browser blurs them by scaling, so more would only make pages heavier. */
const LONG_SIDE = 8
const CHANNELS = 4
/** So many are remembered, about 10 MB: drawing one takes a wall longer than all else about a work. */
const REMEMBERED = 20_000

type Raster = { w: number; h: number; rgba: Uint8Array }

/** Mean of every channel over the source pixels that one target pixel covers. */
function shrink({ w, h, rgba }: Raster, width: number, height: number): Uint8Array {
  const small = new Uint8Array(width * height * CHANNELS)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.floor((x * w) / width), Math.ceil(((x + 1) * w) / width)]
      const [top, foot] = [Math.floor((y * h) / height), Math.ceil(((y + 1) * h) / height)]
      for (let channel = 0; channel < CHANNELS; channel += 1) {
        let sum = 0
        for (let row = top; row < foot; row += 1)
          for (let column = left; column < right; column += 1)
            sum += rgba[(row * w + column) * CHANNELS + channel] ?? 0
        small[(y * width + x) * CHANNELS + channel] = Math.round(sum / ((right - left) * (foot - top)))
      }
    }
  return small
}

function draw(thumbhash: string): string {
  const raster = thumbHashToRGBA(Uint8Array.from(atob(thumbhash), (letter) => letter.charCodeAt(0)))
  const scale = LONG_SIDE / Math.max(raster.w, raster.h)
  const width = Math.max(1, Math.round(raster.w * scale))
  const height = Math.max(1, Math.round(raster.h * scale))
  return rgbaToDataURL(width, height, shrink(raster, width, height))
}

const drawn = new Map<string, string>()

/** A picture of a few pixels from a thumbhash (base64), as a data URL of about 450 letters. */
export function placeholderOf(thumbhash: string): string {
  const known = drawn.get(thumbhash)
  if (known) return known
  if (drawn.size === REMEMBERED) drawn.clear()
  const placeholder = draw(thumbhash)
  drawn.set(thumbhash, placeholder)
  return placeholder
}
