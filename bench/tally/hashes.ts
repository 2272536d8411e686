import { sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import { shuffled } from '#lib/protocol/methods/sample-ballots.ts'
import { METHOD_IDS } from '#lib/protocol/rules.ts'
import { count, pollOf } from './polls.ts'

export type HashesByMethod = Record<string, string[]>

/** By method, the different hashes of the count of 500 ballots over so many orders of them: one, if none matters. */
export function hashesOverShuffles(shuffles: number): HashesByMethod {
  const kinds = [
    ...METHOD_IDS.map((method) => ({ method, places: 1 })),
    { method: 'ranked' as const, places: 5 },
  ]
  return Object.fromEntries(
    kinds.map(({ method, places }) => {
      const poll = pollOf(method, { ballots: 500, works: 40, places })
      const hashes = Array.from({ length: shuffles }, (_, seed) =>
        sha256Bytes32(utf8(canonicalText(count(poll, shuffled(poll.ballots, seed + 1))))),
      )
      return [places > 1 ? `${method}, ${places} places` : method, [...new Set(hashes)]]
    }),
  )
}
