import { formatMoment } from '#components/ui/moment.ts'
import type { ClosingView, OpeningView, WinnersView } from '#lib/rounds/schema.ts'
import * as text from '#messages/studio/missing-words.ts'

const OPENING: Record<OpeningView['missing'][number], string> = text.opening

const CLOSING: Record<ClosingView['missing'][number], string> = text.closing

const WINNERS: Record<WinnersView['missing'][number], string> = text.winners

/** What stands in the way of an act, in sentences. */
export const openingWords = (missing: OpeningView['missing']) => missing.map((code) => OPENING[code])
export const closingWords = (missing: ClosingView['missing']) => missing.map((code) => CLOSING[code])
export const winnersWords = (missing: WinnersView['missing']) => missing.map((code) => WINNERS[code])

export const untilWords = (seconds: number) => text.until(formatMoment(seconds * 1000, { weekday: true }))
