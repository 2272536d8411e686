import { formatMoment } from '#components/ui/moment.ts'
import type { ClosingView, OpeningView, WinnersView } from '#lib/rounds/schema.ts'

const OPENING: Record<OpeningView['missing'][number], string> = {
  'not-frozen': 'The rules are not frozen yet.',
  'submissions-running': 'Briefs are still being taken.',
  'not-numbered': 'The works are being numbered; this takes a few seconds.',
  'no-candidates': 'No work passed its gates, so there is nothing to vote on.',
  opened: 'The round is open.',
  cancelled: 'The round is cancelled.',
}

const CLOSING: Record<ClosingView['missing'][number], string> = {
  'not-opened': 'The round was not opened.',
  'voting-running': 'Votes are still being taken.',
  'not-sealed': 'The log can still be sealed by anyone; the grace is running.',
  'not-counted': 'The ballots are being counted; this takes a few seconds.',
  frozen: 'A proof against the operator froze the round: the guardian has to rule.',
  closed: 'The result is on chain.',
  cancelled: 'The round is cancelled.',
}

const WINNERS: Record<WinnersView['missing'][number], string> = {
  'not-closed': 'The result is not on chain yet.',
  'challenge-running': 'The result can still be challenged.',
  frozen: 'A proof against the operator froze the round: the guardian has to rule.',
  'no-winners': 'Nothing won, so nothing is minted.',
  minted: 'Every winner is minted.',
  cancelled: 'The round is cancelled.',
  'not-ours':
    'The result on chain is not the one that was counted here: see the recount before anything is minted.',
}

/** What stands in the way of an act, in sentences. */
export const openingWords = (missing: OpeningView['missing']) => missing.map((code) => OPENING[code])
export const closingWords = (missing: ClosingView['missing']) => missing.map((code) => CLOSING[code])
export const winnersWords = (missing: WinnersView['missing']) => missing.map((code) => WINNERS[code])

export const untilWords = (seconds: number) => `until ${formatMoment(seconds * 1000, { weekday: true })}`
