import { formatMoment } from '#components/ui/moment.ts'
import { type Mark, markOf } from '#components/voting/picks.ts'
import type { Decisions } from './decisions.ts'
import { worthOf } from './digit-keys.ts'
import { numberAt, type Sitting } from './judging.ts'
import type { TableRound } from './table-round.ts'

export const MARK_WORDS: Record<Mark, string> = { pick: 'picked', pass: 'passed', unset: 'unset' }

// Made once: at every key a strip full of places is written.
const figures = new Intl.NumberFormat('en')
export const figure = (value: number) => figures.format(value)

export const placeWords = (place: number, count: number) => `Work ${figure(place + 1)} of ${figure(count)}`

/** "4/5" is a rating, "8/10 points" are points. */
const worthWords = (worth: string, isPoints: boolean) => {
  const [got] = worth.split('/')
  return isPoints ? `${got} ${got === '1' ? 'point' : 'points'}` : `rated ${got}`
}

type Cell = {
  place: number
  count: number
  number: number
  title: string | undefined
  mark: Mark
  worth: string | null
  isPoints: boolean
}

/** A work as the strip and the live region name it. */
export function cellWords({ place, count, number, title, mark, worth, isPoints }: Cell): string {
  const parts = [
    placeWords(place, count),
    title ? `#${number} ${title}` : `#${number}`,
    MARK_WORDS[mark],
    ...(worth ? [worthWords(worth, isPoints)] : []),
  ]
  return parts.join(', ')
}

type Spoken = {
  sitting: Sitting
  decisions: Decisions
  title: string | undefined
  round: Pick<TableRound, 'maxChoices' | 'maxScore'>
  /** What the pass is for. */
  purpose: string
  /** What it came to, once it is finished. */
  ended: string | null
}

/** What the live region says after an act: "Work 12 of 350: picked." and where one is now. */
export function spokenWords({ sitting, decisions, title, round, purpose, ended }: Spoken): string {
  const { order, place, said } = sitting
  const { maxChoices, maxScore } = round
  const isPoints = maxScore !== null
  const number = numberAt(sitting)
  const worth = worthOf(number, decisions, maxScore)
  const mark = markOf(decisions.picks, number)
  const here = cellWords({ place, count: order.length, number, title, mark, worth, isPoints })
  switch (said.kind) {
    case 'nothing':
      return ''
    case 'moved':
      return `${here}.`
    case 'began':
      return `${purpose} ${here}.`
    case 'ended':
      return ended ?? ''
    case 'full':
      return `${fullWords(maxChoices)} ${placeWords(place, order.length)} stays as it was.`
    case 'beyond':
      return beyondWords(maxScore)
    case 'alone':
      return ALONE
    case 'no-more':
      return said.way === 'undo' ? 'There is nothing to undo.' : 'There is nothing to make again.'
    case 'read-only':
      return 'Nothing can be picked here now.'
    case 'placed':
      return `#${said.number}: place ${said.place + 1} of ${order.length} on your ballot.`
  }
  const of = placeWords(said.place, order.length)
  if (said.kind === 'rated')
    return `${of}: ${worth ? worthWords(worth, isPoints) : isPoints ? 'no points' : 'no rating'}.`
  const done = said.kind === 'marked' ? '' : `${said.kind}, `
  const now = said.place === place ? '' : ` Now ${here}.`
  return `${of}: ${done}${MARK_WORDS[said.mark]}.${now}${ended ? ` ${ended}` : ''}`
}

export const fullWords = (maxChoices: number | null) =>
  maxChoices === null || maxChoices === 1
    ? 'A ballot of this round names one work, and one is picked. Take it off to pick another.'
    : `A ballot of this round names at most ${figure(maxChoices)} works, and so many are picked. Take one off to pick another.`

const ALONE = 'There is no other work in this pass to compare it with.'

const beyondWords = (maxScore: number | null) => `A work gets at most ${maxScore} points in this round.`

type Pressing = {
  said: Sitting['said']
  online: boolean
  kept: 'device' | 'page'
  round: Pick<TableRound, 'state' | 'opensAt' | 'maxChoices' | 'maxScore'>
}

/** What must be known before anything else is said on the page; null while all is well. */
export function pressingWords({ said, online, kept, round }: Pressing): string | null {
  if (round.state === 'closed') return 'Voting is closed. One may look, and nothing changes any more.'
  if (round.state === 'early')
    return `Voting opens on ${formatMoment(round.opensAt * 1000, { weekday: true })}. Until then one may look.`
  if (round.state === 'duels')
    return 'This round is judged by duels, two works at a time. Here one may look at every work.'
  if (said.kind === 'full') return fullWords(round.maxChoices)
  if (said.kind === 'beyond') return beyondWords(round.maxScore)
  if (said.kind === 'alone') return ALONE
  if (kept === 'page') return 'This device keeps nothing: your picks last as long as this page.'
  if (!online) return 'No connection. Your picks are kept on this device, and pictures come when it is back.'
  return null
}
