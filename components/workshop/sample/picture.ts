import { rgbaToThumbHash } from 'thumbhash'

/** Two inks on paper, as hue and lightness; pictures are data, no part of the interface. */
const INKS = [
  [210, 35, 18, 55],
  [160, 30, 45, 60],
  [345, 40, 230, 30],
  [95, 35, 60, 70],
  [20, 60, 250, 25],
  [280, 30, 110, 62],
] as const

/** Numbers from 0 to 1 that follow from a seed. */
function numbersOf(seed: number): () => number {
  let state = (seed * 2_654_435_761) % 2_147_483_647 || 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const inksOf = (seed: number) => INKS[seed % INKS.length] ?? INKS[0]

/** A small landscape of a sun and rows of ground, as an SVG in a data URL. */
export function samplePicture(seed: number, width: number, height: number): string {
  const next = numbersOf(seed)
  const [hue, light, other, brightness] = inksOf(seed)
  const horizon = height * (0.45 + 0.25 * next())
  const sun = { x: width * (0.2 + 0.6 * next()), y: horizon * (0.35 + 0.4 * next()), r: width * 0.11 }
  const rows = Array.from({ length: 9 }, (_, row) => {
    const y = horizon + ((height - horizon) * row) / 9
    const rise = height * 0.04 * next()
    return `<path d="M0 ${y.toFixed(0)}Q${(width * next()).toFixed(0)} ${(y - rise).toFixed(0)} ${width} ${y.toFixed(0)}V${height}H0z" fill="hsl(${hue} 38% ${Math.max(8, light - row * 2)}%)" opacity=".55"/>`
  })
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><path d="M0 0H${width}V${height}H0z" fill="hsl(${other} 22% 88%)"/><circle cx="${sun.x.toFixed(0)}" cy="${sun.y.toFixed(0)}" r="${sun.r.toFixed(0)}" fill="hsl(${other} 62% ${brightness}%)"/>${rows.join('')}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`
}

/** Sky over ground, as base64 of a thumbhash. */
export function sampleThumbhash(seed: number, width: number, height: number): string {
  const [w, h] =
    width < height ? [Math.round((32 * width) / height), 32] : [32, Math.round((32 * height) / width)]
  const shade = 40 + (seed % 5) * 12
  const rgba = Uint8Array.from({ length: w * h * 4 }, (_, at) => {
    if (at % 4 === 3) return 255
    return Math.floor(at / 4 / w) < h * 0.55 ? 226 : shade
  })
  return btoa(String.fromCharCode(...rgbaToThumbHash(w, h, rgba)))
}

/** A file that never arrives: no request is made for it. */
export const NO_PICTURE = 'data:image/webp,'
