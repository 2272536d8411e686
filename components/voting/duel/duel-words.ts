import type { Judged } from '#components/voting/ballot/duel-sitting.ts'
import type { Pair } from '#lib/protocol/pair-queue.ts'
import * as text from '#messages/voting/duel/duel-words.ts'
import { type ImpliedOrder, type Placed, settledShare } from './implied-order.ts'

/** From this share on a voter is told that it is enough, once so many works were judged. */
const ENOUGH = 0.8
const ENOUGH_WORKS = 10
/** With two works the one duel between them would settle everything. */
const LEAST_WORKS = 3

const perCent = (share: number) => `${Math.floor(100 * share)} %`

/** "Duel 24 of 40." */
export const placeWords = (place: number, most: number): string => text.place(place, most)

/** "Your ranking of 25 works is 82 % settled."; null before there is a ranking. */
export const settledWords = (order: ImpliedOrder): string | null =>
  order.placed.length < LEAST_WORKS ? null : text.settled(order.placed.length, perCent(settledShare(order)))

/** What "settled" means, with the numbers it is made of. */
export function settledMeaning({ pairs, decided, placed, circled }: ImpliedOrder): string | null {
  if (placed.length < LEAST_WORKS) return null
  const meaning = text.decided(pairs, placed.length, decided)
  return circled === 0 ? meaning : `${meaning} ${text.circled(circled)}`
}

/** Says that one may stop, when that is so. @param count works of the round */
export function enoughWords(order: ImpliedOrder, count: number): string | null {
  const works = order.placed.length
  if (works < LEAST_WORKS) return null
  if (settledShare(order) >= ENOUGH && works >= Math.min(ENOUGH_WORKS, count))
    return text.enough(perCent(ENOUGH))
  return works === count ? text.everyWork : null
}

/** Why there is no next pair. */
export const doneWords = (done: number, most: number) => (done >= most ? text.allJudged(most) : text.allMet)

const ANSWER_WORDS: Record<Judged['answer'], (pair: Pair) => string> = {
  low: ({ low, high }) => text.over(low, high),
  high: ({ low, high }) => text.over(high, low),
  tied: ({ low, high }) => text.equal(low, high),
  skipped: ({ low, high }) => text.skipped(low, high),
}

/** "#12 over #47", "#3 equals #9". */
export const answerWords = (judged: Judged): string => ANSWER_WORDS[judged.answer](judged)

/** "1st", "2nd to 9th": where the answers leave a work. */
export const rangeWords = ({ from, to }: Placed): string => text.range(from, to)

/** "won 3, lost 1". */
export const tallyWords = ({ won, lost, tied }: Placed): string =>
  [text.won(won), text.lost(lost), ...(tied > 0 ? [text.tied(tied)] : [])].join(', ')
