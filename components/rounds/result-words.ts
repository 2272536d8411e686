import type { RankedCandidate, Result } from '#lib/protocol/result.ts'

const ORDINALS = [
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
] as const
const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'] as const

/** "First" to "Tenth", then "11th place". */
export const ordinal = (rank: number): string => ORDINALS[rank - 1] ?? `${short(rank)} place`

/** "1st", "2nd", "23rd", "111th". */
export function short(rank: number): string {
  const teen = rank % 100 >= 11 && rank % 100 <= 13
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th')
  return `${rank}${ending}`
}

export const places = (count: number): string =>
  `${NUMBERS[count] ?? count.toLocaleString('en')} ${count === 1 ? 'place' : 'places'}`

/** An amount of votes: a decimal integer of any length. */
export const amount = (decimal: string): string => BigInt(decimal).toLocaleString('en')

export const votes = (decimal: string): string => `${amount(decimal)} ${decimal === '1' ? 'vote' : 'votes'}`

const voters = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'voter' : 'voters'}`

type Outcome = Pick<Result, 'ranking' | 'winners' | 'quorum' | 'turnout' | 'tieSeed'>

const lead = (a: RankedCandidate, b: RankedCandidate) => BigInt(a.score) - BigInt(b.score)

/** What decided between two works that are level, the better one first. */
function decision(better: RankedCandidate, other: RankedCandidate, { tieSeed }: Outcome): string {
  if (better.supporters !== other.supporters)
    return `${voters(better.supporters)} against ${other.supporters.toLocaleString('en')} decided it`
  return `so are their voters, and the lot by block ${tieSeed.blockNumber} decided it`
}

/** The one sentence of a result, in two parts: the first work's title stands between its quotes in the page. */
export function resultSentence(result: Outcome): { titled: boolean; text: string } {
  const { ranking, winners, quorum, turnout } = result
  const [first, second] = ranking
  if (!quorum.reached) {
    const had = quorum.kind === 'voters' ? voters(turnout.voters) : votes(turnout.power)
    return {
      titled: false,
      text: `The quorum was not reached: ${had} of the ${amount(quorum.value)} it takes.`,
    }
  }
  if (!first || winners.length === 0) return { titled: false, text: 'No work got a vote. No place is taken.' }
  const chosen = winners.length === 1 ? 'was chosen' : 'was chosen first'
  if (!second || second.place === null)
    return { titled: true, text: `${chosen}, with ${votes(first.score)}.` }
  const ahead = lead(first, second)
  const head = ahead > 0n ? `${chosen}, ${votes(String(ahead))} ahead.` : `${chosen} after a tie.`
  const tied = winners.length > 1 && cutIsTied(result)
  return { titled: true, text: tied ? `${head} ${ordinal(winners.length)} place was a tie.` : head }
}

/** The last winner and the first work outside, where both have votes. */
function cutOf({ ranking, winners }: Outcome): [RankedCandidate, RankedCandidate] | null {
  const last = ranking[winners.length - 1]
  const outside = ranking[winners.length]
  return last && outside && outside.place !== null ? [last, outside] : null
}

function cutIsTied(result: Outcome): boolean {
  const cut = cutOf(result)
  return cut !== null && lead(...cut) === 0n
}

/** Places whose order among winners was not set by votes alone. */
function tiesAbove(result: Outcome): string[] {
  const chosen = result.ranking.slice(0, result.winners.length)
  return chosen.flatMap((better, index) => {
    const other = chosen[index + 1]
    if (!other || better.score !== other.score) return []
    const pair = `${ordinal(index + 1)} and ${ordinal(index + 2).toLowerCase()}`
    return [`${pair} are level at ${votes(better.score)}; ${decision(better, other, result)}.`]
  })
}

/** What stands under the rule where places end: how many there are, and what decided. */
export function cutSentence(result: Outcome, placesOfRound: number): string {
  return [atTheCut(result, placesOfRound), ...tiesAbove(result)].join(' ')
}

function atTheCut(result: Outcome, placesOfRound: number): string {
  const { winners, quorum } = result
  const there = `${places(placesOfRound)}.`
  if (!quorum.reached) return `${there} Without the quorum none is taken.`
  const free = placesOfRound - winners.length
  const taken = free > 0 ? `${there} ${places(free)} stayed empty: no other work got a vote.` : there
  const cut = cutOf(result)
  if (!cut || free > 0) return taken
  const [last, outside] = cut
  const gap = lead(last, outside)
  if (gap > 0n) return `${there} Work ${outside.number} was ${votes(String(gap))} short of the last.`
  const level = `Works ${last.number} and ${outside.number} are level at ${votes(last.score)}`
  return `${there} ${level}; ${decision(last, outside, result)}.`
}

const NICE = [1n, 2n, 5n]

/** The smallest of 1, 2, 5 times a power of ten that is not below the highest score. */
export function axisMax(highest: string): bigint {
  const value = BigInt(highest)
  for (let power = 1n; ; power *= 10n) {
    const found = NICE.find((step) => step * power >= value)
    if (found) return found * power
  }
}

const AXIS_STEPS = 10_000n

/** A score as a share of the axis, in ten-thousandths: exact for amounts beyond 2^53. */
export const onAxis = (score: string, max: bigint): number => Number((BigInt(score) * AXIS_STEPS) / max)

export const AXIS = Number(AXIS_STEPS)
