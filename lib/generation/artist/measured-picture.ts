import type { Picture } from './measured-inks.ts'

const luminance = (rgb: Uint8Array, at: number) =>
  ((rgb[at * 3] ?? 0) * 54 + (rgb[at * 3 + 1] ?? 0) * 183 + (rgb[at * 3 + 2] ?? 0) * 19) / 256

/** Mean of red minus green over the picture, in levels. */
export function redness({ rgb }: Picture): number {
  let sum = 0
  for (let at = 0; at < rgb.length; at += 3) sum += (rgb[at] ?? 0) - (rgb[at + 1] ?? 0)
  return (sum / rgb.length) * 3
}

/** Mean luminance over the picture, in levels. */
export function brightness({ rgb }: Picture): number {
  let sum = 0
  for (let at = 0; at < rgb.length / 3; at++) sum += luminance(rgb, at)
  return (sum / rgb.length) * 3
}

/** Mean of red minus blue over the picture, in levels. */
export function warmth({ rgb }: Picture): number {
  let sum = 0
  for (let at = 0; at < rgb.length; at += 3) sum += (rgb[at] ?? 0) - (rgb[at + 2] ?? 0)
  return (sum / rgb.length) * 3
}

/** Mean absolute step of luminance from pixel to pixel, across and down, in levels. */
export function gradients({ width, height, rgb }: Picture): { across: number; down: number } {
  let [across, down] = [0, 0]
  for (let y = 1; y < height; y++) {
    for (let x = 1; x < width; x++) {
      const at = y * width + x
      const here = luminance(rgb, at)
      across += Math.abs(here - luminance(rgb, at - 1))
      down += Math.abs(here - luminance(rgb, at - width))
    }
  }
  const count = (width - 1) * (height - 1)
  return { across: across / count, down: down / count }
}

/** How far edges run oblique, 0…1: 0 when all are level or upright. */
export function obliqueness({ width, height, rgb }: Picture): number {
  let [lesser, greater] = [0, 0]
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const across = Math.abs(luminance(rgb, at + 1) - luminance(rgb, at - 1))
      const down = Math.abs(luminance(rgb, at + width) - luminance(rgb, at - width))
      if (across + down < 40) continue
      lesser += Math.min(across, down)
      greater += Math.max(across, down)
    }
  }
  return lesser / greater
}

/** One byte to a pixel: 1 where it differs from the paper (the corner) by more than `least` levels. */
export function printedMask({ width, height, rgb }: Picture, least = 40): Uint8Array {
  const mask = new Uint8Array(width * height)
  const corner = 2 * width + 2
  for (let at = 0; at < mask.length; at++) {
    let most = 0
    for (let c = 0; c < 3; c++) {
      most = Math.max(most, Math.abs((rgb[at * 3 + c] ?? 0) - (rgb[corner * 3 + c] ?? 0)))
    }
    if (most > least) mask[at] = 1
  }
  return mask
}

/** The mask with every printed pixel spread by `by` pixels to all sides. */
function spread(mask: Uint8Array, width: number, by: number): Uint8Array {
  const grown = new Uint8Array(mask.length)
  for (let at = 0; at < mask.length; at++) {
    if (!mask[at]) continue
    for (let dy = -by; dy <= by; dy++) for (let dx = -by; dx <= by; dx++) grown[at + dy * width + dx] = 1
  }
  return grown
}

/** Number of connected printed shapes of at least `least` pixels, once gaps of twice `gap` pixels are closed. */
export function countShapes(picture: Picture, { least = 40, level = 40, gap = 0 } = {}): number {
  const { width } = picture
  const mask = spread(printedMask(picture, level), width, gap)
  const steps = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]
  let shapes = 0
  for (let start = 0; start < mask.length; start++) {
    if (!mask[start]) continue
    mask[start] = 0
    const open = [start]
    let size = 0
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      size++
      for (const step of steps) {
        if (!mask[at + step]) continue
        mask[at + step] = 0
        open.push(at + step)
      }
    }
    if (size >= least) shapes++
  }
  return shapes
}

/** How often a pencil drawn across, and one drawn down, would enter ink: means over rows and columns. */
export function crossings(picture: Picture, level = 40): number {
  const { width, height } = picture
  const mask = printedMask(picture, level)
  let [across, down] = [0, 0]
  for (let at = width; at < width * height; at++) {
    if (!mask[at]) continue
    if (!mask[at - 1]) across++
    if (!mask[at - width]) down++
  }
  return across / height + down / width
}

/** Number of upright bands: runs of columns that are printed over a tenth of their height. */
export function countBands(picture: Picture): number {
  const { width, height } = picture
  const mask = printedMask(picture, 24)
  let [bands, inside] = [0, false]
  for (let x = 0; x < width; x++) {
    let printed = 0
    for (let y = 0; y < height; y++) printed += mask[y * width + x] ?? 0
    const isPrinted = printed > height * 0.1
    if (isPrinted && !inside) bands++
    inside = isPrinted
  }
  return bands
}

/** Length in pixels of the edge round all that satisfies a test of its sRGB levels. */
export function edgeOf({ width, rgb }: Picture, test: (r: number, g: number, b: number) => boolean): number {
  const inside = (at: number) => test(rgb[at * 3] ?? 0, rgb[at * 3 + 1] ?? 0, rgb[at * 3 + 2] ?? 0)
  let edge = 0
  for (let at = width; at < rgb.length / 3; at++) {
    if (inside(at) !== inside(at - 1)) edge++
    if (inside(at) !== inside(at - width)) edge++
  }
  return edge
}

/** Share of pixels, 0…1, that satisfy a test of their sRGB levels. */
export function shareOf({ rgb }: Picture, test: (r: number, g: number, b: number) => boolean): number {
  let count = 0
  for (let at = 0; at < rgb.length; at += 3) {
    if (test(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0)) count++
  }
  return (count * 3) / rgb.length
}

/** How often a line of pixels goes from darker to lighter than its own mean, or back, by 6 levels or more. */
function turnsOf(rgb: Uint8Array, start: number, step: number, length: number): number {
  let mean = 0
  for (let index = 0; index < length; index++) mean += luminance(rgb, start + index * step) / length
  let [turns, side] = [0, 0]
  for (let index = 0; index < length; index++) {
    const off = luminance(rgb, start + index * step) - mean
    const now = off > 6 ? 1 : off < -6 ? -1 : side
    if (side !== 0 && now !== side) turns++
    side = now
  }
  return turns
}

/** How often rows and columns alternate between dark and light: means over rows and columns, added. */
export function alternations({ width, height, rgb }: Picture): number {
  let [across, down] = [0, 0]
  for (let y = 0; y < height; y++) across += turnsOf(rgb, y * width, 1, width)
  for (let x = 0; x < width; x++) down += turnsOf(rgb, x, width, height)
  return across / height + down / width
}

/** How often the middle fifth of the picture turns lighter or darker on the way down, by 12 levels or more. */
export function bandsDown({ width, height, rgb }: Picture): number {
  const [from, to] = [Math.floor(width * 0.4), Math.floor(width * 0.6)]
  let [turns, way, level] = [0, 0, -1]
  for (let y = 3; y < height - 3; y++) {
    let mean = 0
    for (let x = from; x < to; x++) mean += luminance(rgb, y * width + x) / (to - from)
    if (level < 0) level = mean
    const step = mean - level
    if (Math.abs(step) <= 12) continue
    if (Math.sign(step) !== way) turns++
    way = Math.sign(step)
    level = mean
  }
  return turns
}

/** How far the pale half of the picture's upper part stands from that of its lower part, as a share of the width. */
export function lean({ width, height, rgb }: Picture): number {
  const sums = [0, 0]
  const counts = [0, 0]
  for (let y = Math.floor(height * 0.15); y < height * 0.85; y++) {
    for (let x = Math.floor(width * 0.2); x < width * 0.8; x++) {
      if ((rgb[(y * width + x) * 3] ?? 0) < 110) continue
      const half = y < height / 2 ? 0 : 1
      sums[half] = (sums[half] ?? 0) + x
      counts[half] = (counts[half] ?? 0) + 1
    }
  }
  const mean = (half: number) => (sums[half] ?? 0) / Math.max(1, counts[half] ?? 0)
  return Math.abs(mean(0) - mean(1)) / width
}
