import { formatMoment } from '#components/ui/moment.ts'
import { type Mark, markOf } from '#components/voting/picks.ts'
import * as text from '#messages/voting/table/table-words.ts'
import type { Decisions } from './decisions.ts'
import { worthOf } from './digit-keys.ts'
import { numberAt, type Sitting } from './judging.ts'
import type { TableRound } from './table-round.ts'

export const MARK_WORDS: Record<Mark, string> = text.marks

export const placeWords = (place: number, count: number) => text.place(place + 1, count)

/** "4/5" is a rating, "8/10 points" are points. */
const worthWords = (worth: string, isPoints: boolean) => {
  const [got = ''] = worth.split('/')
  return isPoints ? text.points(got) : text.rated(got)
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
      return text.here(here)
    case 'began':
      return `${purpose} ${text.here(here)}`
    case 'ended':
      return ended ?? ''
    case 'full':
      return `${fullWords(maxChoices)} ${text.staysAsItWas(placeWords(place, order.length))}`
    case 'beyond':
      return text.beyond(maxScore)
    case 'alone':
      return text.alone
    case 'no-more':
      return said.way === 'undo' ? text.nothingToUndo : text.nothingToRedo
    case 'read-only':
      return text.readOnly
    case 'placed':
      return text.placed(said.number, said.place + 1, order.length)
  }
  const of = placeWords(said.place, order.length)
  if (said.kind === 'rated') {
    if (worth) return text.got(of, worthWords(worth, isPoints))
    return isPoints ? text.noPoints(of) : text.noRating(of)
  }
  const now = said.place === place ? '' : ` ${text.now(here)}`
  return `${text.became[said.kind](of, MARK_WORDS[said.mark])}${now}${ended ? ` ${ended}` : ''}`
}

export const fullWords = (maxChoices: number | null) =>
  maxChoices === null || maxChoices === 1 ? text.fullOfOne : text.full(maxChoices)

type Pressing = {
  said: Sitting['said']
  online: boolean
  kept: 'device' | 'page'
  round: Pick<TableRound, 'state' | 'opensAt' | 'maxChoices' | 'maxScore'>
}

/** What must be known before anything else is said on the page; null while all is well. */
export function pressingWords({ said, online, kept, round }: Pressing): string | null {
  if (round.state === 'closed') return text.closed
  if (round.state === 'early') return text.early(formatMoment(round.opensAt * 1000, { weekday: true }))
  if (round.state === 'duels') return text.duels
  if (said.kind === 'full') return fullWords(round.maxChoices)
  if (said.kind === 'beyond') return text.beyond(round.maxScore)
  if (said.kind === 'alone') return text.alone
  if (kept === 'page') return text.keptInPage
  if (!online) return text.offline
  return null
}
