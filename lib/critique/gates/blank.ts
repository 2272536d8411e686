import { isOpaque, type Pixels } from '#lib/critique/picture.ts'
import type { Gate } from '#lib/critique/schema.ts'
import * as words from '#messages/critique/gates.ts'

/** How far a channel has to be from the sheet's own colour to count as drawn, of 255. */
const VISIBLE_STEP = 24

const PARTS = 10_000

function medianOf(histogram: Uint32Array, count: number): number {
  let seen = 0
  for (let value = 0; value < 256; value++) {
    seen += histogram[value] ?? 0
    if (seen * 2 >= count) return value
  }
  return 255
}

const overWhite = (value: number, alpha: number) =>
  Math.floor((value * alpha + 255 * (255 - alpha) + 127) / 255)

/** Colours as they show on the white wall, where nothing is transparent. */
function onWhite({ rgba }: Pixels): Uint8Array {
  if (isOpaque(rgba)) return rgba
  return rgba.map((value, at) => ((at & 3) === 3 ? 255 : overWhite(value, rgba[at | 3] ?? 255)))
}

function mediansOf(shown: Uint8Array): [number, number, number] {
  const [red, green, blue] = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)]
  const count = shown.length / 4
  const add = (histogram: Uint32Array, value: number) => {
    histogram[value] = (histogram[value] as number) + 1
  }
  for (let at = 0; at < shown.length; at += 4) {
    add(red, shown[at] as number)
    add(green, shown[at + 1] as number)
    add(blue, shown[at + 2] as number)
  }
  return [medianOf(red, count), medianOf(green, count), medianOf(blue, count)]
}

/**
 * Pixels in ten thousand that stand out from the sheet: one channel at least 24 steps from that
 * channel's median.
 */
export function drawnShare(pixels: Pixels): number {
  const shown = onWhite(pixels)
  const [red, green, blue] = mediansOf(shown)
  let drawn = 0
  for (let at = 0; at < shown.length; at += 4) {
    const far =
      Math.abs((shown[at] as number) - red) >= VISIBLE_STEP ||
      Math.abs((shown[at + 1] as number) - green) >= VISIBLE_STEP ||
      Math.abs((shown[at + 2] as number) - blue) >= VISIBLE_STEP
    if (far) drawn++
  }
  return Math.floor((drawn * PARTS * 4) / shown.length)
}

const percent = (parts: number) => `${Math.floor(parts / 100)}.${String(parts % 100).padStart(2, '0')} %`

/** Something stands on the sheet. */
export const blank: Gate = {
  id: 'blank',
  version: '1',
  ...words.blank,
  unit: 'pixels in ten thousand that stand out from the sheet, at least',
  defaultThreshold: 100,
  needsPixels: true,
  inputHash: ({ contentHash }) => contentHash,
  judge({ pixels }, threshold) {
    const score = pixels ? drawnShare(pixels) : 0
    const finding = `${percent(score)} of the sheet stands out; ${percent(threshold)} is needed.`
    return { passed: score >= threshold, score, finding }
  },
}
