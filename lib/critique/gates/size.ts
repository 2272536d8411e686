import type { Gate } from '#lib/critique/schema.ts'
import * as words from '#messages/critique/gates.ts'

/** Longest side that a candidate record can hold. */
const LONGEST_SIDE = 16_384

/** The shorter side has enough pixels to hang, and the longer one fits the record. */
export const size: Gate = {
  id: 'size',
  version: '1',
  ...words.size,
  unit: 'pixels on the shorter side, at least',
  defaultThreshold: 512,
  needsPixels: true,
  inputHash: ({ contentHash }) => contentHash,
  judge({ pixels }, threshold) {
    const { width, height } = pixels ?? { width: 0, height: 0 }
    const score = Math.min(width, height)
    const fits = Math.max(width, height) <= LONGEST_SIDE
    const enough = score >= threshold
    const measured = `${width} × ${height} pixels`
    const finding = fits
      ? `${measured}; the shorter side needs ${threshold}.`
      : `${measured}; the longer side may have ${LONGEST_SIDE}.`
    return { passed: enough && fits, score, finding }
  },
}
