import type { CountRound, RankedCandidate } from '#lib/protocol/result.ts'
import { decidingRound, type ExactCount } from './exact-tally.ts'
import { EFFECT_WORDS } from './finding-words.ts'
import type { Shuffled } from './float-orders.ts'
import { type Fraction, isWithin, signedText } from './fraction.ts'
import type { Difference, FindingGroup, Winner } from './report.ts'

const TOLD = 5

/** "A", "A and B", "A, B and 3 more" */
export function listed(words: readonly string[], most = TOLD): string {
  if (words.length > most) return `${words.slice(0, most).join(', ')} and ${words.length - most} more`
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

export type Choice = { number: number; name: string }
const quoted = ({ name }: Choice) => `“${name}”`
const votes = (count: number) => (count === 1 ? '1 vote' : `${count.toLocaleString('en')} votes`)

/** Groups of votes that one count takes and the other does not. */
export function handledOtherwise(groups: readonly FindingGroup[]): Difference[] {
  return groups
    .filter(({ compatible, exact }) => compatible !== exact)
    .map(({ count, power, title, compatible, exact }) => {
      const form = count === 1 ? 'one' : 'many'
      return {
        code: 'handled-otherwise',
        text: `${title}: ${votes(count)} with power ${power}. Snapshot ${EFFECT_WORDS[compatible][form]}; the exact count ${EFFECT_WORDS[exact][form]}.`,
      }
    })
}

/** What doubles make of the very votes that the exact count takes. */
export function roundingWords(choices: readonly Choice[], drift: readonly Fraction[]): Difference[] {
  const off = choices.flatMap((choice, at) => {
    const by = drift[at]
    return by && by.n !== 0n ? [{ choice, by }] : []
  })
  if (off.length === 0) return []
  const sorted = off.toSorted((a, b) => (isWithin(a.by, b.by) ? 1 : -1))
  const told = sorted.map(({ choice, by }) => `${quoted(choice)} by ${signedText(by)}`)
  return [{ code: 'rounding', text: `On the same votes, adding doubles is off for ${listed(told)}.` }]
}

export function orderWords({ made, changed }: Shuffled): Difference[] {
  if (changed === 0) return []
  return [
    {
      code: 'order',
      text: `Of ${made} shuffles of the same votes, Snapshot’s arithmetic gives another list of scores in ${changed}. The exact count is the same in every order.`,
    },
  ]
}

const BY_WORDS: Record<NonNullable<RankedCandidate['decidedBy']>, string> = {
  score: 'its votes',
  'count-back': 'an earlier round in which they differed',
  supporters: 'the number of its supporters',
  lot: 'a lot, since they have as many supporters',
}

function tieAtTheTop(choices: readonly Choice[], { ranking }: ExactCount): Difference[] {
  const [first] = ranking
  if (!first?.decidedBy || first.decidedBy === 'score') return []
  const tied = choices.filter(({ number }) =>
    ranking.some((row) => row.place !== null && row.number === number && row.score === first.score),
  )
  const [listedFirst] = tied
  const chosen = tied.find(({ number }) => number === first.number)
  if (!listedFirst || !chosen || tied.length < 2) return []
  return [
    {
      code: 'tie',
      text: `${listed(tied.map(quoted))} have exactly the same votes. A reader of Snapshot’s scores takes ${quoted(listedFirst)}, which stands first in the list, unless rounding tells them apart; here ${quoted(chosen)} goes first by ${BY_WORDS[first.decidedBy]}.`,
    },
  ]
}

function lastInRound({ totals }: CountRound): { numbers: number[]; least: bigint } {
  const least = totals.reduce<bigint | null>((low, row) => {
    const sum = BigInt(row.votes)
    return low === null || sum < low ? sum : low
  }, null)
  const numbers = totals.filter((row) => BigInt(row.votes) === least).map(({ number }) => number)
  return { numbers, least: least ?? 0n }
}

function tiesOnTheWay(choices: readonly Choice[], { rounds }: ExactCount): Difference[] {
  const deciding = decidingRound(rounds)
  const before = deciding ? rounds.slice(0, rounds.indexOf(deciding)) : rounds
  return before.flatMap((round, index): Difference[] => {
    const { decision } = round
    const { numbers, least } = lastInRound(round)
    // Of those whom nobody names first it does not matter who goes first.
    if (decision.decidedBy === 'score' || least === 0n) return []
    const tied = choices.filter(({ number }) => numbers.includes(number))
    const gone = tied.find(({ number }) => number === decision.number)
    const [listedFirst] = tied
    if (!gone || !listedFirst) return []
    const same = gone.number === listedFirst.number ? 'the same one' : quoted(gone)
    return [
      {
        code: 'elimination-tie',
        text: `Round ${index + 1}: ${listed(tied.map(quoted))} are last with the same votes. Snapshot eliminates ${quoted(listedFirst)}, which stands first in the list; here ${same} goes, by ${BY_WORDS[decision.decidedBy]}.`,
      },
    ]
  })
}

/** Ties that one count breaks by the place in a list, and the other by supporters or lot. */
export function tieWords(choices: readonly Choice[], count: ExactCount): Difference[] {
  return count.rounds.length > 0
    ? tiesOnTheWay(choices, count).concat(tieAtTheEnd(choices, count))
    : tieAtTheTop(choices, count)
}

/** Two are left with the same votes. */
function tieAtTheEnd(choices: readonly Choice[], count: ExactCount): Difference[] {
  const final = count.rounds.at(-1)
  return final?.decision.kind === 'elected' && final.decision.decidedBy !== 'score'
    ? tieAtTheTop(choices, count)
    : []
}

export function winnerWords(winners: { compatible: Winner | null; exact: Winner | null }): Difference[] {
  const { compatible, exact } = winners
  if (compatible?.number === exact?.number) return []
  const named = (winner: Winner | null) => (winner ? quoted(winner) : 'nobody')
  return [
    {
      code: 'winner',
      text: `The winner differs: ${named(compatible)} by Snapshot’s count, ${named(exact)} by the exact one.`,
    },
  ]
}
