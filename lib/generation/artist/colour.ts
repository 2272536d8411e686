import { clamp } from './scalar.ts'
import { cosine, power, sine, TURN } from './trigonometry.ts'

/** OKLCH: lightness 0…1, chroma, hue in degrees. */
export type Lch = readonly [lightness: number, chroma: number, hue: number]

/** Linear-light sRGB, each 0…1. */
export type Linear = readonly [red: number, green: number, blue: number]

function oklabToLinear(lightness: number, a: number, b: number): Linear {
  const l0 = lightness + 0.3963377774 * a + 0.2158037573 * b
  const m0 = lightness - 0.1055613458 * a - 0.0638541728 * b
  const s0 = lightness - 0.0894841775 * a - 1.291485548 * b
  const l = l0 * l0 * l0
  const m = m0 * m0 * m0
  const s = s0 * s0 * s0
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

const inGamut = (colour: Linear) => colour.every((channel) => channel > -0.0005 && channel < 1.0005)

/** Linear light of an OKLCH colour; chroma is reduced until the colour exists in sRGB. */
export function linearOf([lightness, chroma, hue]: Lch): Linear {
  const c = cosine((hue * TURN) / 360)
  const s = sine((hue * TURN) / 360)
  let reach = chroma
  let colour = oklabToLinear(lightness, reach * c, reach * s)
  while (reach > 0 && !inGamut(colour)) {
    reach = Math.max(0, reach - 0.004)
    colour = oklabToLinear(lightness, reach * c, reach * s)
  }
  return [clamp(colour[0]), clamp(colour[1]), clamp(colour[2])]
}

const encode = (v: number) => (v <= 0.0031308 ? 12.92 * v : 1.055 * power(v, 1 / 2.4) - 0.055)

/** Steps of the table from linear light to an sRGB byte. */
export const SRGB_STEPS = 8192

/** sRGB byte of linear light `index / SRGB_STEPS`. */
export const SRGB_BYTE = Uint8Array.from({ length: SRGB_STEPS + 1 }, (_, index) =>
  Math.floor(encode(index / SRGB_STEPS) * 255 + 0.5),
)
