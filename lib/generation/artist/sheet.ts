import { type Lch, linearOf, SRGB_BYTE, SRGB_STEPS } from './colour.ts'
import { noisePlane } from './noise.ts'
import type { Plane, Press } from './press.ts'
import { hashPoint, Random } from './random.ts'
import type { Point } from './raster.ts'
import { strokePath } from './stroke.ts'
import { cosine, sine, TURN } from './trigonometry.ts'

/** A sheet of paper in linear light, with the tooth that starves ink. */
export type Sheet = { press: Press; seed: number; red: Plane; green: Plane; blue: Plane; tooth: Plane }

function layFibres(press: Press, seed: number, count: number) {
  const fibres = press.plate()
  const random = new Random(seed ^ 77)
  for (let fibre = 0; fibre < count; fibre++) {
    let x = random.between(0, press.wide)
    let y = random.between(0, press.high)
    let heading = random.between(0, TURN)
    const path: Point[] = [[x, y]]
    for (let step = random.integer(3, 9); step > 0; step--) {
      heading += random.between(-0.5, 0.5)
      x += cosine(heading) * 6
      y += sine(heading) * 6
      path.push([x, y])
    }
    strokePath(press, fibres, path, 1, random.integer(30, 110))
  }
  return fibres
}

/** Makes a sheet of `colour`; `relief` scales how far its tooth shows, `fibres` their number. */
export function makeSheet(press: Press, colour: Lch, seed: number, { relief = 1, fibres = 220 } = {}): Sheet {
  const [r, g, b] = linearOf(colour)
  const sheet: Sheet = {
    press,
    seed,
    red: press.plane(),
    green: press.plane(),
    blue: press.plane(),
    tooth: press.plane(),
  }
  const fine = noisePlane(press, seed ^ 11, 2.3, 2.3)
  const coarse = noisePlane(press, seed ^ 12, 9, 5)
  const cast = noisePlane(press, seed ^ 13, 260, 260)
  const fibre = layFibres(press, seed, fibres)
  for (let at = 0; at < press.size; at++) {
    const speck = (hashPoint(at, 5, seed) >>> 8) / 8388608 - 1
    const tooth = 0.45 * speck + 0.4 * (fine[at] ?? 0) + 0.3 * (coarse[at] ?? 0)
    sheet.tooth[at] = tooth
    const light = 1 + relief * (0.012 * tooth + 0.012 * (cast[at] ?? 0) - (fibre[at] ?? 0) * 0.00022)
    sheet.red[at] = r * light
    sheet.green[at] = g * light
    sheet.blue[at] = b * light
  }
  press.free(fine, coarse, cast, fibre)
  return sheet
}

function byteOf(light: number, dither: number): number {
  if (light <= 0) return SRGB_BYTE[0] ?? 0
  const step = Math.floor(light * SRGB_STEPS + 0.5 + dither * (0.25 + light))
  return SRGB_BYTE[step < 0 ? 0 : step > SRGB_STEPS ? SRGB_STEPS : step] ?? 0
}

/** The sheet as sRGB bytes, three to a pixel, with a hashed dither of about one level. */
export function sheetToRgb(sheet: Sheet): Uint8Array {
  const { press, red, green, blue, seed } = sheet
  const rgb = new Uint8Array(press.size * 3)
  for (let at = 0; at < press.size; at++) {
    const dither = ((hashPoint(at, 99, seed) >>> 20) / 4096 - 0.5) * 6
    rgb[at * 3] = byteOf(red[at] ?? 0, dither)
    rgb[at * 3 + 1] = byteOf(green[at] ?? 0, dither)
    rgb[at * 3 + 2] = byteOf(blue[at] ?? 0, dither)
  }
  return rgb
}
