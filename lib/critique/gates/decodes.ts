import type { Gate } from '#lib/critique/schema.ts'
import * as words from '#messages/critique/gates.ts'

const NAME: Record<string, string> = { 'image/png': 'PNG', 'image/jpeg': 'JPEG', 'image/webp': 'WebP' }

/** The file opens as a picture, whole. */
export const decodes: Gate = {
  id: 'decodes',
  version: '1',
  ...words.decodes,
  unit: 'files that open',
  defaultThreshold: 1,
  needsPixels: false,
  inputHash: ({ contentHash }) => contentHash,
  judge({ pixels, mime }, threshold) {
    const score = pixels ? 1 : 0
    return {
      passed: score >= threshold,
      score,
      finding: pixels
        ? `Opens as ${NAME[mime] ?? mime}, ${pixels.width} × ${pixels.height} pixels.`
        : 'The file is not a whole PNG, JPEG or WebP picture.',
    }
  },
}
