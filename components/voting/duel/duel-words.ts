import { plural } from '#components/rounds/round-words.ts'
import type { Judged } from '#components/voting/ballot/duel-sitting.ts'
import type { Pair } from '#lib/protocol/pair-queue.ts'
import { type ImpliedOrder, type Placed, settledShare } from './implied-order.ts'

const figure = (value: number) => value.toLocaleString('en')

/** From this share on a voter is told that it is enough, once so many works were judged. */
const ENOUGH = 0.8
const ENOUGH_WORKS = 10
/** With two works the one duel between them would settle everything. */
const LEAST_WORKS = 3

const perCent = (share: number) => `${Math.floor(100 * share)} %`

/** "Duel 24 of 40." */
export const placeWords = (place: number, most: number) => `Duel ${figure(place)} of ${figure(most)}.`

/** "Your ranking of 25 works is 82 % settled."; null before there is a ranking. */
export const settledWords = (order: ImpliedOrder): string | null =>
  order.placed.length < LEAST_WORKS
    ? null
    : `Your ranking of ${figure(order.placed.length)} works is ${perCent(settledShare(order))} settled.`

/** What "settled" means, with the numbers it is made of. */
export function settledMeaning({ pairs, decided, placed, circled }: ImpliedOrder): string | null {
  if (placed.length < LEAST_WORKS) return null
  const meaning = `Of the ${plural(pairs, 'pair')} among the ${figure(placed.length)} works that you judged, your answers decide ${figure(decided)}.`
  return circled === 0
    ? meaning
    : `${meaning} ${figure(circled)} works stand in a circle of answers, which decides nothing between them.`
}

/** Says that one may stop, when that is so. @param count works of the round */
export function enoughWords(order: ImpliedOrder, count: number): string | null {
  const works = order.placed.length
  if (works < LEAST_WORKS) return null
  if (settledShare(order) >= ENOUGH && works >= Math.min(ENOUGH_WORKS, count))
    return `${perCent(ENOUGH)} is enough: you may stop here.`
  return works === count ? 'You have judged every work: you may stop here.' : null
}

/** Why there is no next pair. */
export const doneWords = (done: number, most: number) =>
  done >= most ? `All ${figure(most)} duels of a ballot are judged.` : 'Every two works have met.'

const ANSWER_WORDS: Record<Judged['answer'], (pair: Pair) => string> = {
  low: ({ low, high }) => `#${low} over #${high}`,
  high: ({ low, high }) => `#${high} over #${low}`,
  tied: ({ low, high }) => `#${low} equals #${high}`,
  skipped: ({ low, high }) => `#${low} and #${high} skipped`,
}

/** "#12 over #47", "#3 equals #9". */
export const answerWords = (judged: Judged): string => ANSWER_WORDS[judged.answer](judged)

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' })
const ENDINGS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' }
const ordinal = (place: number) => `${figure(place)}${ENDINGS[ORDINALS.select(place)] ?? 'th'}`

/** "1st", "2nd to 9th": where the answers leave a work. */
export const rangeWords = ({ from, to }: Placed): string =>
  from === to ? ordinal(from) : `${ordinal(from)} to ${ordinal(to)}`

/** "won 3, lost 1". */
export const tallyWords = ({ won, lost, tied }: Placed): string =>
  [`won ${won}`, `lost ${lost}`, ...(tied > 0 ? [`tied ${tied}`] : [])].join(', ')
