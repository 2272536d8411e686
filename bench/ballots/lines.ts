import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { roundIdOf } from '#lib/protocol/rules.ts'
import { OPENS, sampleRules } from '#lib/protocol/verify/sample-facts.ts'
import { leafOf } from './signed-ballots.ts'

const rules = sampleRules()

/** The round that the ballots of this bench are for; its works are numbers only. */
export const ROUND = {
  rules,
  roundId: roundIdOf(rules),
  candidateRoot: `0x${'ab'.repeat(32)}`,
  candidateCount: 100,
  openingBlock: null,
} as const

/** Lines of a log: one ballot each by `count` voters, one in four with a note. */
export function ballotLines(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, index) => {
    const note = index % 4 === 0 ? 'The horizon holds, and the second ink keeps out of its way.' : ''
    const choices = `#${1 + (index % 20)} #${30 + (index % 50)} #${90 + (index % 10)}`
    const cast = { voter: `voter ${index}`, choices, sequence: 1, at: OPENS + 60 + index, note }
    return canonicalBytes(leafOf(ROUND, cast, index))
  })
}
