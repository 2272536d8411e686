import { PICKING_WORDS } from '#components/rounds/round-words.ts'
import type { Picks } from '#components/voting/picks.ts'
import * as text from '#messages/voting/table/pass-words.ts'
import type { Decisions } from './decisions.ts'
import { pointsWords } from './digit-keys.ts'
import { nextUnset, type Sitting } from './judging.ts'
import { type Pass, SITTING } from './pass-order.ts'
import type { TableRound } from './table-round.ts'

/** A step as the strip names it. */
export const PASS_LABELS: Record<Pass, string> = text.passLabels

type PassRound = Pick<TableRound, 'method' | 'maxScore'>

function rankPurpose({ method, maxScore }: PassRound): string {
  if (method === 'ranked') return text.order
  if (maxScore !== null) return `${text.givePoints} ${pointsWords(maxScore)}`
  return text.rate
}

/** What a pass is for, in a sentence. */
export function purposeOf(pass: Pass, round: PassRound): string {
  if (pass === 'rank') return rankPurpose(round)
  if (pass === 'reject') return text.reject
  if (pass === 'pick') {
    const how = PICKING_WORDS[round.method]
    return `${text.pick}${how ? ` ${how}` : ''}`
  }
  return text.all
}

// Counted before it is looked for, because this is asked at every key.
const isJudged = ({ order }: Sitting, picks: Picks) =>
  picks.numbers.length + picks.passed.length >= order.length && nextUnset(order, picks, 0) === null

/** Picks are all judged before they are ranked. */
export const isEnded = (sitting: Sitting, picks: Picks): boolean =>
  sitting.ended || (sitting.pass !== 'rank' && isJudged(sitting, picks))

const countOf = (order: readonly number[], of: readonly number[]) => {
  const among = new Set(of)
  return order.filter((number) => among.has(number)).length
}

function rankedWords({ order }: Sitting, { draft }: Decisions, { method, maxScore }: PassRound): string {
  if (method === 'ranked') return text.inOrder(order.length)
  if (maxScore === null) return text.goneThrough(order.length)
  const given = order.filter((number) => (draft.values.get(number) ?? 0) > 0).length
  return text.withPoints(order.length, given)
}

/** Where a finished pass leads; `ballot` is the ballot page. `more` are works that no sitting has dealt yet. */
export type Onward = { words: string; next: Pass | 'ballot'; more: number }

/** What a finished pass came to, and what comes next. */
export function onwardOf(
  sitting: Sitting,
  decisions: Decisions,
  { waiting = 0, ...round }: PassRound & { waiting?: number },
): Onward {
  const { pass, order } = sitting
  const { numbers, passed } = decisions.picks
  const more = pass === 'reject' ? waiting : 0
  if (pass === 'rank') return { words: rankedWords(sitting, decisions, round), next: 'ballot', more }
  const kept = order.length - countOf(order, passed)
  if (pass === 'reject' && kept > 0) return { words: text.kept(order.length, kept), next: 'pick', more }
  const picked = countOf(order, numbers)
  const words = text.judged(order.length, picked, order.length - kept)
  return { words, next: numbers.length > 0 ? 'rank' : pass === 'all' ? 'ballot' : 'all', more }
}

/** Works with neither mark that are not on the table now. */
export function waitingWorks(
  { order }: Pick<Sitting, 'order'>,
  { numbers, passed }: Picks,
  all: readonly number[],
): number {
  const known = new Set([...order, ...numbers, ...passed])
  return all.filter((number) => !known.has(number)).length
}

export const nextSittingLabel = (more: number) =>
  more === 1 ? text.lastLeft : text.nextWorks(Math.min(SITTING, more))

export const ONWARD_LABELS: Record<Onward['next'], string> = text.onward
