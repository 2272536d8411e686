import type { RankedCandidate } from '#lib/protocol/result.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { formatFigure, formatScore } from '#lib/protocol/score-unit.ts'
import { type Comparison, compare, cutOf, type Outcome, type Tiebreak } from './level-works.ts'

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

/** What a method's words depend on. */
export type MethodRules = Pick<Rules, 'method' | 'places' | 'limits'>

/** Voting power, told in votes but where votes are what credits buy. */
export const power = ({ method }: Pick<Rules, 'method'>, decimal: string): string =>
  method === 'quadratic' ? `${amount(decimal)} of voting power` : votes(decimal)

const ballots = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'ballot' : 'ballots'}`
const voters = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'voter' : 'voters'}`

const supportersOf = ({ method }: MethodRules, count: number): string => {
  if (method === 'pairwise') return `${voters(count)} who judged it`
  return method === 'ranked' ? `${ballots(count)} naming it` : voters(count)
}

const SUPPORTERS: Partial<Record<Rules['method'], string>> = {
  ranked: 'the ballots naming them',
  pairwise: 'the voters who judged them',
}

function lotWords(before: number, { tieSeed }: Outcome, { method }: MethodRules): string {
  const level = `so are ${SUPPORTERS[method] ?? 'their voters'}`
  const also = before > 0 ? `so they were in every round before, and ${level}` : level
  return `${also}, and the lot by block ${tieSeed.blockNumber} decided it`
}

/** What decided between two works that are level, the better one first. */
export function tiebreakWords(by: Tiebreak, result: Outcome, rules: MethodRules): string {
  if (by.kind === 'lot') return lotWords(by.before, result, rules)
  if (by.kind === 'supporters')
    return `${supportersOf(rules, by.better)} against ${by.other.toLocaleString('en')} decided it`
  const [better, other] = [by.better, by.other].map((score) => formatFigure(rules, score))
  return `the earlier round decided it: ${better} against ${other} in round ${by.round}`
}

function levelWords(pair: string, { better, round, by }: Comparison, told: [Outcome, MethodRules]): string {
  const [result, rules] = told
  const where = round === null || by === null ? '' : ` in round ${round}`
  return `${pair} are level at ${formatScore(rules, better)}${where}${by ? `; ${tiebreakWords(by, result, rules)}` : ''}.`
}

const NOTHING: Record<Rules['method'], string> = {
  single: 'No work got a vote.',
  approval: 'No work got a vote.',
  weighted: 'No work got a vote.',
  quadratic: 'No work got a vote.',
  score: 'No work got a point.',
  ranked: 'No ballot ranks a work.',
  pairwise: 'No work was judged in enough duels.',
}

/** What a work needs before a pairwise round ranks it: "10 duels by 5 voters". */
export function enoughDuels({ limits: { minComparisons = 1, minVoters = 1 } }: MethodRules): string {
  return `${minComparisons.toLocaleString('en')} ${minComparisons === 1 ? 'duel' : 'duels'} by ${voters(minVoters)}`
}

const UNPLACED: Partial<Record<Rules['method'], string>> = {
  score: 'Nobody gave it a point.',
  ranked: 'No ballot names it.',
  pairwise: 'It stood in too few duels, or before too few voters, to be ranked.',
}

/** Why a work holds no place. */
export const unplaced = ({ method }: Pick<Rules, 'method'>): string =>
  UNPLACED[method] ?? 'Nobody voted for it.'

/** A work's score and who stands behind it: "1,912 votes of 21 voters". */
export function scoreOfVoters(
  rules: Pick<Rules, 'method' | 'places'>,
  { score, supporters }: Pick<RankedCandidate, 'score' | 'supporters'>,
): string {
  const told = formatScore(rules, score)
  if (rules.method === 'ranked') return `${told}, named on ${ballots(supporters)}`
  return rules.method === 'pairwise'
    ? `${told}, judged by ${voters(supporters)}`
    : `${told} of ${voters(supporters)}`
}

const SHARES_POWER: readonly Rules['method'][] = ['single', 'approval', 'weighted', 'ranked']

/** "1,912 of 4,310 votes" where a score is a part of the power that took part, else the score alone. */
export function scoreOfAll(rules: Pick<Rules, 'method' | 'places'>, score: string, all: string): string {
  return SHARES_POWER.includes(rules.method)
    ? `${formatFigure(rules, score)} of ${votes(all)}`
    : formatScore(rules, score)
}

/** What the voters behind a work did, before their number. */
export function supportedBy({ method }: Pick<Rules, 'method'>): string {
  if (method === 'score') return 'given points by'
  if (method === 'ranked') return 'named by'
  return method === 'pairwise' ? 'in duels of' : 'chosen by'
}

/** Why places stayed empty. */
function nobodyElse({ ranking, winners }: Outcome, rules: MethodRules): string {
  if (ranking.length === winners.length) return 'there is no other work'
  const other = winners.length > 0
  if (rules.method === 'ranked') return `no ballot ranks ${other ? 'another' : 'any'} work`
  const no = other ? 'no other work' : 'no work'
  if (rules.method === 'pairwise') return `${no} was judged in ${enoughDuels(rules)}`
  return `${no} got a ${rules.method === 'score' ? 'point' : 'vote'}`
}

/** "Chosen", by how much, in which round: all but how the cut was decided. */
function headOf(result: Outcome, rules: MethodRules): string {
  const { ranking, winners, count } = result
  const [first, second] = ranking
  if (!first) return ''
  const chosen = winners.length === 1 ? 'was chosen' : 'was chosen first'
  if (count?.kind === 'stv') return `${chosen} ${quotaWords(first, count, rules)}.`
  const last = count?.kind === 'irv' ? count.rounds.length : 0
  const where = last > 1 ? ` in round ${last}` : ''
  if (!second || second.place === null) return `${chosen}${where}, with ${formatScore(rules, first.score)}.`
  const { better, other, by } = compare(result, first, second)
  if (by !== null) return `${chosen}${where} after a tie.`
  return `${chosen}${where}, ${formatScore(rules, String(BigInt(better) - BigInt(other)))} ahead.`
}

type Transferred = Extract<NonNullable<Outcome['count']>, { kind: 'stv' }>

function quotaWords(
  { number, score }: RankedCandidate,
  { rounds, quota }: Transferred,
  rules: MethodRules,
): string {
  const round = rounds.findIndex(({ decision }) => decision.number === number) + 1
  const needed = formatFigure(rules, quota)
  const had = `in round ${round}, with ${formatScore(rules, score)}`
  return BigInt(score) < BigInt(quota)
    ? `${had}, below the quota of ${needed}`
    : `${had}; the quota is ${needed}`
}

function missedQuorum({ quorum, turnout }: Outcome, rules: MethodRules): string {
  const had = quorum.kind === 'voters' ? voters(turnout.voters) : power(rules, turnout.power)
  return `The quorum was not reached: ${had} of the ${amount(quorum.value)} it takes.`
}

/** The one sentence of a result, in two parts: the first work's title stands between its quotes in the page. */
export function resultSentence(result: Outcome, rules: MethodRules): { titled: boolean; text: string } {
  const { winners, quorum } = result
  if (!quorum.reached) return { titled: false, text: missedQuorum(result, rules) }
  if (winners.length === 0) return { titled: false, text: `${NOTHING[rules.method]} No place is taken.` }
  const head = headOf(result, rules)
  const tied = winners.length > 1 && result.margin === '0' && cutOf(result) !== null
  return { titled: true, text: tied ? `${head} ${ordinal(winners.length)} place was a tie.` : head }
}

/** Neighbours of the ranking from `from` on that the figures alone did not tell apart, each pair in a sentence. */
export function levelPairs(
  result: Outcome,
  rules: MethodRules,
  { from, to }: { from: number; to: number },
): string[] {
  const { ranking, winners } = result
  return ranking.slice(from, to).flatMap((better, index) => {
    const at = from + index
    const other = ranking[at + 1]
    if (!other || at + 1 >= to || other.place === null) return []
    const compared = compare(result, better, other)
    if (compared.by === null) return []
    const pair =
      at + 1 < winners.length
        ? `${ordinal(at + 1)} and ${ordinal(at + 2).toLowerCase()}`
        : `Works ${better.number} and ${other.number}`
    return [levelWords(pair, compared, [result, rules])]
  })
}

/** What stands under the rule where places end: how many there are, and what decided. */
export function cutSentence(result: Outcome, rules: MethodRules): string {
  const above = levelPairs(result, rules, { from: 0, to: result.winners.length })
  return [atTheCut(result, rules), ...above].join(' ')
}

function atTheCut(result: Outcome, rules: MethodRules): string {
  const { winners, quorum, margin } = result
  const there = `${places(rules.places)}.`
  if (!quorum.reached) return `${there} Without the quorum none is taken.`
  const free = rules.places - winners.length
  if (free > 0) return `${there} ${places(free)} stayed empty: ${nobodyElse(result, rules)}.`
  const cut = cutOf(result)
  if (!cut || margin === null) return there
  const { last, outside, round } = cut
  if (margin !== '0') {
    const where = round === null ? ' of the last' : ` in round ${round}`
    return `${there} Work ${outside.number} was ${formatScore(rules, margin)} short${where}.`
  }
  return `${there} ${levelWords(`Works ${last.number} and ${outside.number}`, compare(result, last, outside), [result, rules])}`
}
