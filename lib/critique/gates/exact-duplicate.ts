import type { Gate } from '#lib/critique/schema.ts'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import * as words from '#messages/critique/gates.ts'

const shortHash = (hash: string) => hash.replace('sha256:', '').slice(0, 8)

/** No work of the round shows the very same pixels. */
export const exactDuplicate: Gate = {
  id: 'exact-duplicate',
  version: '1',
  ...words.exactDuplicate,
  unit: 'works of the round with the same pixels, at most',
  defaultThreshold: 0,
  needsPixels: true,
  inputHash: ({ contentHash, pixelHash, twin }) =>
    fileHashOf(canonicalBytes({ contentHash, pixelHash, twin: twin?.contentHash ?? null })),
  judge({ twin }, threshold) {
    const score = twin ? 1 : 0
    if (!twin)
      return { passed: score <= threshold, score, finding: 'No work of this round shows the same pixels.' }
    // Before admission ends a work has no number and is called by its hash.
    const name = twin.number === null ? shortHash(twin.contentHash) : `#${twin.number}`
    const finding = `The same pixels hang in this round already: ${name}, “${twin.title}”.`
    return { passed: score <= threshold, score, finding }
  },
}
