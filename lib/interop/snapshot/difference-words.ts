import type { RankedCandidate } from '#lib/protocol/result.ts'
import { EFFECT_WORDS } from './finding-words.ts'
import type { FindingGroup } from './report.ts'

/** How equals are told apart. */
export type DecidedBy = NonNullable<RankedCandidate['decidedBy']>

/** What is said of a way in which the two counts part, in one language. Names are those of choices. */
export type DifferenceWords = {
  handledOtherwise(group: FindingGroup): string
  /** `offBy` is a decimal with its sign. */
  rounding(off: readonly { name: string; offBy: string }[]): string
  order(made: number, changed: number): string
  tie(names: readonly string[], who: { listedFirst: string; chosen: string; by: DecidedBy }): string
  /** `gone` is null where it is the one that is listed first. */
  eliminationTie(
    round: number,
    names: readonly string[],
    who: { listedFirst: string; gone: string | null; by: DecidedBy },
  ): string
  /** Null where nobody wins. */
  winner(compatible: string | null, exact: string | null): string
  notExact: string
}

const TOLD = 5

/** "A", "A and B", "A, B and 3 more" */
function listed(words: readonly string[]): string {
  if (words.length > TOLD) return `${words.slice(0, TOLD).join(', ')} and ${words.length - TOLD} more`
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

const quoted = (name: string) => `“${name}”`
const votes = (count: number) => (count === 1 ? '1 vote' : `${count.toLocaleString('en')} votes`)

const BY_WORDS: Record<DecidedBy, string> = {
  score: 'its votes',
  'count-back': 'an earlier round in which they differed',
  supporters: 'the number of its supporters',
  lot: 'a lot, since they have as many supporters',
}

/** In English, as the command line and `--json` say it. */
export const DIFFERENCE_WORDS: DifferenceWords = {
  handledOtherwise({ title, count, power, compatible, exact }) {
    const form = count === 1 ? 'one' : 'many'
    return `${title}: ${votes(count)} with power ${power}. Snapshot ${EFFECT_WORDS[compatible][form]}; the exact count ${EFFECT_WORDS[exact][form]}.`
  },
  rounding: (off) =>
    `On the same votes, adding doubles is off for ${listed(off.map(({ name, offBy }) => `${quoted(name)} by ${offBy}`))}.`,
  order: (made, changed) =>
    `Of ${made} shuffles of the same votes, Snapshot’s arithmetic gives another list of scores in ${changed}. The exact count is the same in every order.`,
  tie: (names, { listedFirst, chosen, by }) =>
    `${listed(names.map(quoted))} have exactly the same votes. A reader of Snapshot’s scores takes ${quoted(listedFirst)}, which stands first in the list, unless rounding tells them apart; here ${quoted(chosen)} goes first by ${BY_WORDS[by]}.`,
  eliminationTie: (round, names, { listedFirst, gone, by }) =>
    `Round ${round}: ${listed(names.map(quoted))} are last with the same votes. Snapshot eliminates ${quoted(listedFirst)}, which stands first in the list; here ${gone === null ? 'the same one' : quoted(gone)} goes, by ${BY_WORDS[by]}.`,
  winner(compatible, exact) {
    const named = (winner: string | null) => (winner === null ? 'nobody' : quoted(winner))
    return `The winner differs: ${named(compatible)} by Snapshot’s count, ${named(exact)} by the exact one.`
  },
  notExact:
    'The weights of these votes have no common measure of less than 65,536 bits: they are not counted exactly.',
}
