import { thumbHashToAverageRGBA } from 'thumbhash'

/** With channels of 0 to 1 nearer together than this a picture counts as grey. */
const GREY = 0.1
const HUES = 6

/** Where a colour stands on the wheel, 0 to 6 from red over green and blue. */
function hueOf(r: number, g: number, b: number, spread: number): number {
  const most = Math.max(r, g, b)
  if (most === r) return ((g - b) / spread + HUES) % HUES
  return most === g ? (b - r) / spread + 2 : (r - g) / spread + 4
}

/**
 * Where a picture hangs in a row of colours: by the hue of its mean colour, from red around to magenta, and behind
 * them the greys from light to dark.
 */
export function colourPlace(thumbhash: Uint8Array): number {
  const { r, g, b } = thumbHashToAverageRGBA(thumbhash)
  const most = Math.max(r, g, b)
  const spread = most - Math.min(r, g, b)
  return spread <= GREY ? HUES + 1 - most : hueOf(r, g, b, spread)
}
