import { formatMoment } from '#components/ui/moment.ts'
import { type Mark, markOf, type Picks, type Rating } from '#components/voting/picks.ts'
import { nextUnset, numberAt, type Sitting } from './judging.ts'
import type { TableRound } from './table-round.ts'

export const MARK_WORDS: Record<Mark, string> = { pick: 'picked', pass: 'passed', unset: 'unset' }

// Made once: at every key a strip full of places is written.
const figures = new Intl.NumberFormat('en')
export const figure = (value: number) => figures.format(value)

export const placeWords = (place: number, count: number) => `Work ${figure(place + 1)} of ${figure(count)}`

type Cell = {
  place: number
  count: number
  number: number
  title: string | undefined
  mark: Mark
  rating: Rating | undefined
}

/** A work as the strip and the live region name it. */
export function cellWords({ place, count, number, title, mark, rating }: Cell): string {
  const parts = [
    placeWords(place, count),
    title ? `#${number} ${title}` : `#${number}`,
    MARK_WORDS[mark],
    ...(rating ? [`rated ${rating}`] : []),
  ]
  return parts.join(', ')
}

type Spoken = { sitting: Sitting; picks: Picks; title: string | undefined; maxChoices: number }

/** What the live region says after an act: "Work 12 of 350: picked." and where one is now. */
export function spokenWords({ sitting, picks, title, maxChoices }: Spoken): string {
  const { order, place, said } = sitting
  const number = numberAt(sitting)
  const standing = { mark: markOf(picks, number), rating: picks.ratings.get(number) }
  const here = cellWords({ place, count: order.length, number, title, ...standing })
  switch (said.kind) {
    case 'nothing':
      return ''
    case 'moved':
      return `${here}.`
    case 'full':
      return `${fullWords(maxChoices)} ${placeWords(place, order.length)} stays as it was.`
    case 'no-more':
      return said.way === 'undo' ? 'There is nothing to undo.' : 'There is nothing to make again.'
    case 'read-only':
      return 'Nothing can be picked here now.'
  }
  const of = placeWords(said.place, order.length)
  if (said.kind === 'rated') return `${of}: ${said.rating ? `rated ${said.rating}` : 'no rating'}.`
  const done = said.kind === 'marked' ? '' : `${said.kind}, `
  const now = said.place === place ? '' : ` Now ${here}.`
  return `${of}: ${done}${MARK_WORDS[said.mark]}.${now}${allJudged(sitting, picks) ? ` ${ALL_JUDGED}` : ''}`
}

export const fullWords = (maxChoices: number) =>
  maxChoices === 1
    ? 'A ballot of this round names one work, and one is picked. Take it off to pick another.'
    : `A ballot of this round names at most ${figure(maxChoices)} works, and so many are picked. Take one off to pick another.`

const ALL_JUDGED = 'Every work here is judged.'

// Counted before it is looked for, because this is asked at every key.
const allJudged = ({ order }: Sitting, picks: Picks) =>
  picks.numbers.length + picks.passed.length >= order.length && nextUnset(order, picks, 0) === null

/** The sentence that stands on the page, where there is one to say; the most pressing first. */
export function shownWords({
  sitting,
  picks,
  maxChoices,
  online,
  kept,
  round,
}: Omit<Spoken, 'title'> & {
  online: boolean
  kept: 'device' | 'page'
  round: Pick<TableRound, 'state' | 'opensAt'>
}): string | null {
  if (round.state === 'closed') return 'Voting is closed. One may look, and nothing changes any more.'
  if (round.state === 'early')
    return `Voting opens on ${formatMoment(round.opensAt * 1000, { weekday: true })}. Until then one may look.`
  if (sitting.said.kind === 'full') return fullWords(maxChoices)
  if (kept === 'page') return 'This device keeps nothing: your picks last as long as this page.'
  if (!online) return 'No connection. Your picks are kept on this device, and pictures come when it is back.'
  return allJudged(sitting, picks) ? ALL_JUDGED : null
}

export type Show = 'all' | 'unset' | 'picked' | 'rated'

/** How many works each pass has, without making it. */
export function passCounts(count: number, { numbers, passed, ratings }: Picks): Record<Show, number> {
  return {
    all: count,
    unset: count - numbers.length - passed.length,
    picked: numbers.length,
    rated: ratings.size,
  }
}

/** The works that one pass over the table goes through, by number; rated ones with the highest first. */
export function orderOf(show: Show, count: number, picks: Picks): number[] {
  const all = Array.from({ length: count }, (_, index) => index + 1)
  if (show === 'all') return all
  if (show === 'picked') return [...picks.numbers]
  if (show === 'unset') {
    const judged = new Set([...picks.numbers, ...picks.passed])
    return all.filter((number) => !judged.has(number))
  }
  return [...picks.ratings].sort(([a, high], [b, other]) => other - high || a - b).map(([number]) => number)
}
