import type { CountRound } from '#lib/protocol/result.ts'
import type { DifferenceWords } from './difference-words.ts'
import { decidingRound, type ExactCount } from './exact-tally.ts'
import type { Shuffled } from './float-orders.ts'
import { type Fraction, isWithin, signedText } from './fraction.ts'
import type { Difference, FindingGroup, Winner } from './report.ts'

export type Choice = { number: number; name: string }
const nameOf = ({ name }: Choice) => name

/** Groups of votes that one count takes and the other does not. */
export function handledOtherwise(words: DifferenceWords, groups: readonly FindingGroup[]): Difference[] {
  return groups
    .filter(({ compatible, exact }) => compatible !== exact)
    .map((group) => ({ code: 'handled-otherwise', text: words.handledOtherwise(group) }))
}

/** What doubles make of the very votes that the exact count takes. */
export function roundingWords(
  words: DifferenceWords,
  choices: readonly Choice[],
  drift: readonly Fraction[],
): Difference[] {
  const off = choices.flatMap(({ name }, at) => {
    const by = drift[at]
    return by && by.n !== 0n ? [{ name, by }] : []
  })
  if (off.length === 0) return []
  const sorted = off.toSorted((a, b) => (isWithin(a.by, b.by) ? 1 : -1))
  const text = words.rounding(sorted.map(({ name, by }) => ({ name, offBy: signedText(by) })))
  return [{ code: 'rounding', text }]
}

export function orderWords(words: DifferenceWords, { made, changed }: Shuffled): Difference[] {
  return changed === 0 ? [] : [{ code: 'order', text: words.order(made, changed) }]
}

function tieAtTheTop(
  words: DifferenceWords,
  choices: readonly Choice[],
  { ranking }: ExactCount,
): Difference[] {
  const [first] = ranking
  if (!first?.decidedBy || first.decidedBy === 'score') return []
  const tied = choices.filter(({ number }) =>
    ranking.some((row) => row.place !== null && row.number === number && row.score === first.score),
  )
  const [listedFirst] = tied
  const chosen = tied.find(({ number }) => number === first.number)
  if (!listedFirst || !chosen || tied.length < 2) return []
  const who = { listedFirst: listedFirst.name, chosen: chosen.name, by: first.decidedBy }
  return [{ code: 'tie', text: words.tie(tied.map(nameOf), who) }]
}

function lastInRound({ totals }: CountRound): { numbers: number[]; least: bigint } {
  const least = totals.reduce<bigint | null>((low, row) => {
    const sum = BigInt(row.votes)
    return low === null || sum < low ? sum : low
  }, null)
  const numbers = totals.filter((row) => BigInt(row.votes) === least).map(({ number }) => number)
  return { numbers, least: least ?? 0n }
}

function tiesOnTheWay(
  words: DifferenceWords,
  choices: readonly Choice[],
  { rounds }: ExactCount,
): Difference[] {
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
    const other = gone.number === listedFirst.number ? null : gone.name
    const who = { listedFirst: listedFirst.name, gone: other, by: decision.decidedBy }
    return [{ code: 'elimination-tie', text: words.eliminationTie(index + 1, tied.map(nameOf), who) }]
  })
}

/** Ties that one count breaks by the place in a list, and the other by supporters or lot. */
export function tieWords(
  words: DifferenceWords,
  choices: readonly Choice[],
  count: ExactCount,
): Difference[] {
  return count.rounds.length > 0
    ? tiesOnTheWay(words, choices, count).concat(tieAtTheEnd(words, choices, count))
    : tieAtTheTop(words, choices, count)
}

/** Two are left with the same votes. */
function tieAtTheEnd(words: DifferenceWords, choices: readonly Choice[], count: ExactCount): Difference[] {
  const final = count.rounds.at(-1)
  return final?.decision.kind === 'elected' && final.decision.decidedBy !== 'score'
    ? tieAtTheTop(words, choices, count)
    : []
}

export function winnerWords(
  words: DifferenceWords,
  { compatible, exact }: { compatible: Winner | null; exact: Winner | null },
): Difference[] {
  if (compatible?.number === exact?.number) return []
  return [{ code: 'winner', text: words.winner(compatible?.name ?? null, exact?.name ?? null) }]
}
