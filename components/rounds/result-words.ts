import type { RankedCandidate } from '#lib/protocol/result.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { formatFigure } from '#lib/protocol/score-unit.ts'
import * as counts from '#messages/counts.ts'
import * as figures from '#messages/rounds/figures.ts'
import * as text from '#messages/rounds/result-words.ts'
import { type Comparison, compare, cutOf, type Outcome, type Tiebreak } from './level-works.ts'

/** "First" to "Tenth", then "11th place". */
export const ordinal = text.ordinal
/** "1st", "2nd", "23rd", "111th". */
export const short = text.short
/** "One place" to "Ten places", then "11 places". */
export const places = text.places

/** An amount of votes: a decimal integer of any length. */
export const amount = (decimal: string): string => figures.whole(BigInt(decimal))

/** What a method's words depend on. */
export type MethodRules = Pick<Rules, 'method' | 'places' | 'limits'>

/** Voting power, told in votes but where votes are what credits buy. */
export const power = ({ method }: Pick<Rules, 'method'>, decimal: string): string =>
  (method === 'quadratic' ? figures.ofPower : figures.ofVotes)(amount(decimal))

const IN_UNIT: Record<Rules['method'], (amount: string) => string> = {
  single: figures.ofVotes,
  approval: figures.ofVotes,
  weighted: figures.ofVotes,
  quadratic: figures.ofVotes,
  score: figures.ofPoints,
  ranked: figures.ofVotes,
  pairwise: figures.ofStrength,
}

type Scored = Pick<Rules, 'method' | 'places'>

/** A score without its unit. */
export const figureOf = (rules: Scored, score: string): string => figures.figure(formatFigure(rules, score))

/** Without the fractions of transferred votes, for which a drawing has no room. */
export const wholeFigureOf = (rules: Scored, score: string): string =>
  figures.figure(formatFigure(rules, score).split('.')[0] ?? '')

/** A score, or the distance between two, with its unit. */
export const scoreOf = (rules: Scored, score: string): string => IN_UNIT[rules.method](figureOf(rules, score))

const supportersOf = ({ method }: MethodRules, count: number): string => {
  if (method === 'pairwise') return text.votersWhoJudged(count)
  return method === 'ranked' ? text.ballotsNaming(count) : counts.voters(count)
}

function lotWords(before: number, { tieSeed }: Outcome, { method }: MethodRules): string {
  const told = [before > 0, tieSeed.blockNumber] as const
  if (method === 'ranked') return text.lotAmongBallots(...told)
  return method === 'pairwise' ? text.lotAmongJudges(...told) : text.lotAmongVoters(...told)
}

/** What decided between two works that are level, the better one first. */
export function tiebreakWords(by: Tiebreak, result: Outcome, rules: MethodRules): string {
  if (by.kind === 'lot') return lotWords(by.before, result, rules)
  if (by.kind === 'supporters') return text.supportersDecided(supportersOf(rules, by.better), by.other)
  return text.earlierRoundDecided(figureOf(rules, by.better), figureOf(rules, by.other), by.round)
}

function levelWords(pair: string, { better, round, by }: Comparison, told: [Outcome, MethodRules]): string {
  const [result, rules] = told
  return by
    ? text.levelAt(pair, scoreOf(rules, better), round, tiebreakWords(by, result, rules))
    : text.levelAt(pair, scoreOf(rules, better), null, null)
}

const NOTHING: Record<Rules['method'], string> = {
  single: text.noVote,
  approval: text.noVote,
  weighted: text.noVote,
  quadratic: text.noVote,
  score: text.noPoint,
  ranked: text.noneRanked,
  pairwise: text.noneJudged,
}

/** What a work needs before a pairwise round ranks it: "10 duels by 5 voters". */
export function enoughDuels({ limits: { minComparisons = 1, minVoters = 1 } }: MethodRules): string {
  return text.duelsByVoters(minComparisons, minVoters)
}

const UNPLACED: Partial<Record<Rules['method'], string>> = {
  score: text.pointless,
  ranked: text.onNoBallot,
  pairwise: text.inFewDuels,
}

/** Why a work holds no place. */
export const unplaced = ({ method }: Pick<Rules, 'method'>): string => UNPLACED[method] ?? text.voteless

/** A work's score and who stands behind it: "1,912 votes of 21 voters". */
export function scoreOfVoters(
  rules: Pick<Rules, 'method' | 'places'>,
  { score, supporters }: Pick<RankedCandidate, 'score' | 'supporters'>,
): string {
  const told = scoreOf(rules, score)
  if (rules.method === 'ranked') return text.scoreOnBallots(told, supporters)
  return rules.method === 'pairwise'
    ? text.scoreByJudges(told, supporters)
    : text.scoreOfVoters(told, supporters)
}

const SHARES_POWER: readonly Rules['method'][] = ['single', 'approval', 'weighted', 'ranked']

/** "1,912 of 4,310 votes" where a score is a part of the power that took part, else the score alone. */
export function scoreOfAll(rules: Pick<Rules, 'method' | 'places'>, score: string, all: string): string {
  return SHARES_POWER.includes(rules.method)
    ? text.partOfVotes(figureOf(rules, score), amount(all))
    : scoreOf(rules, score)
}

/** What the voters behind a work did, before their number. */
export function supportedBy({ method }: Pick<Rules, 'method'>): string {
  if (method === 'score') return text.givenPointsBy
  if (method === 'ranked') return text.namedBy
  return method === 'pairwise' ? text.inDuelsOf : text.chosenBy
}

/** Why places stayed empty. */
function nobodyElse({ ranking, winners }: Outcome, rules: MethodRules): string {
  if (ranking.length === winners.length) return text.noOtherWork
  const other = winners.length > 0
  if (rules.method === 'ranked') return text.noBallotRanks(other)
  if (rules.method === 'pairwise') return text.noWorkJudged(other, enoughDuels(rules))
  return rules.method === 'score' ? text.noWorkPoint(other) : text.noWorkVote(other)
}

/** "Chosen", by how much, in which round: all but how the cut was decided. */
function headOf(result: Outcome, rules: MethodRules): string {
  const { ranking, winners, count } = result
  const [first, second] = ranking
  if (!first) return ''
  const ofSeveral = winners.length !== 1
  if (count?.kind === 'stv') return quotaWords(first, count, { rules, ofSeveral })
  const last = count?.kind === 'irv' ? count.rounds.length : 0
  const round = last > 1 ? last : null
  if (!second || second.place === null) return text.chosenWith(ofSeveral, round, scoreOf(rules, first.score))
  const { better, other, by } = compare(result, first, second)
  if (by !== null) return text.chosenAfterTie(ofSeveral, round)
  return text.chosenAhead(ofSeveral, round, scoreOf(rules, String(BigInt(better) - BigInt(other))))
}

type Transferred = Extract<NonNullable<Outcome['count']>, { kind: 'stv' }>

function quotaWords(
  { number, score }: RankedCandidate,
  { rounds, quota }: Transferred,
  { rules, ofSeveral }: { rules: MethodRules; ofSeveral: boolean },
): string {
  const round = rounds.findIndex(({ decision }) => decision.number === number) + 1
  const told = [ofSeveral, round, scoreOf(rules, score), figureOf(rules, quota)] as const
  return BigInt(score) < BigInt(quota) ? text.chosenBelowQuota(...told) : text.chosenByQuota(...told)
}

function missedQuorum({ quorum, turnout }: Outcome, rules: MethodRules): string {
  const had = quorum.kind === 'voters' ? counts.voters(turnout.voters) : power(rules, turnout.power)
  return text.missedQuorum(had, amount(quorum.value))
}

/** The one sentence of a result, in two parts: the first work's title stands between its quotes in the page. */
export function resultSentence(result: Outcome, rules: MethodRules): { titled: boolean; text: string } {
  const { winners, quorum } = result
  if (!quorum.reached) return { titled: false, text: missedQuorum(result, rules) }
  if (winners.length === 0) return { titled: false, text: NOTHING[rules.method] }
  const head = headOf(result, rules)
  const tied = winners.length > 1 && result.margin === '0' && cutOf(result) !== null
  return { titled: true, text: tied ? `${head} ${text.lastWasTie(winners.length)}` : head }
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
      at + 1 < winners.length ? text.ranks(at + 1, at + 2) : text.works(better.number, other.number)
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
  const there = text.placesHere(rules.places)
  if (!quorum.reached) return `${there} ${text.noneTaken}`
  const free = rules.places - winners.length
  if (free > 0) return `${there} ${text.stayedEmpty(free, nobodyElse(result, rules))}`
  const cut = cutOf(result)
  if (!cut || margin === null) return there
  const { last, outside, round } = cut
  if (margin !== '0') {
    const by = scoreOf(rules, margin)
    return `${there} ${round === null ? text.shortOfLast(outside.number, by) : text.shortInRound(outside.number, by, round)}`
  }
  return `${there} ${levelWords(text.works(last.number, outside.number), compare(result, last, outside), [result, rules])}`
}
