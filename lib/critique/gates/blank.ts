import type { Pixels } from '#lib/critique/picture.ts'
import type { Gate } from '#lib/critique/schema.ts'

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

/**
 * Pixels in ten thousand that stand out from the sheet: one channel at least 24 steps from that
 * channel's median. Transparent pixels show white, as on the wall.
 */
export function drawnShare({ width, height, rgba }: Pixels): number {
  const count = width * height
  const histograms = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const
  const shown = (at: number, channel: number) => {
    const alpha = rgba[at + 3] ?? 255
    const value = rgba[at + channel] ?? 0
    return alpha === 255 ? value : ((value * alpha + 255 * (255 - alpha) + 127) / 255) | 0
  }
  for (let at = 0; at < count * 4; at += 4)
    for (const [channel, histogram] of histograms.entries()) {
      const value = shown(at, channel)
      histogram[value] = (histogram[value] ?? 0) + 1
    }
  const [red, green, blue] = histograms.map((histogram) => medianOf(histogram, count)) as [
    number,
    number,
    number,
  ]
  let drawn = 0
  for (let at = 0; at < count * 4; at += 4) {
    const far =
      Math.abs(shown(at, 0) - red) >= VISIBLE_STEP ||
      Math.abs(shown(at, 1) - green) >= VISIBLE_STEP ||
      Math.abs(shown(at, 2) - blue) >= VISIBLE_STEP
    if (far) drawn++
  }
  return Math.floor((drawn * PARTS) / count)
}

const percent = (parts: number) => `${Math.floor(parts / 100)}.${String(parts % 100).padStart(2, '0')} %`

/** Something stands on the sheet. */
export const blank: Gate = {
  id: 'blank',
  version: '1',
  title: 'Not blank',
  unit: 'pixels in ten thousand that stand out from the sheet, at least',
  defaultThreshold: 100,
  needsPixels: true,
  inputHash: ({ contentHash }) => contentHash,
  judge({ pixels }, threshold) {
    const score = pixels ? drawnShare(pixels) : 0
    const passed = score >= threshold
    const measured = `${percent(score)} of the sheet stands out; ${percent(threshold)} is needed.`
    const finding = passed
      ? measured
      : `${measured} Name something for the picture to show, or more contrast.`
    return { passed, score, finding }
  },
}
