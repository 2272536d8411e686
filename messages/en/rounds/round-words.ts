export const states = {
  draft: 'Being prepared',
  submissions: 'Taking briefs',
  voting: 'Open for votes',
  counting: 'Being counted',
  challenge: 'Counted, open to challenge',
  final: 'Decided',
  minted: 'Minted',
  cancelled: 'Cancelled',
}
export const stopped = 'Stopped by a proof'
export const briefsIn = 'Briefs are in'
export const untilBriefsEnd = { label: 'for briefs, until', over: briefsIn }
export const untilOpening = { label: 'to the opening:', over: 'About to open' }
export const untilClose = { label: 'to the close:', note: 'No totals before.', over: 'Closed' }
export const untilFinal = { label: 'to challenge it, until', over: states.final }

export const cancelledByGuardian = 'The guardian cancelled it on chain, in public.'
export const notOpened = 'It was not opened in time, and so it ended by itself.'
export const directorsReason = (reason: string) => `The director’s reason: ${reason}`
export const noReason = 'No reason was given.'

export const judgeByDuels = 'Judge by duels'
export const judgeOnTable = 'Judge on the Light Table'

/** By method, where a pick is not simply a work on the ballot. */
export const picking = {
  single: 'One work counts: choose it among your picks, on the ballot.',
  weighted: 'Your picks share your votes, on the ballot.',
  quadratic: 'Your picks get their votes on the ballot, each vote dearer than the last.',
  score: 'Your picks get their points on the ballot.',
  ranked: 'Your picks are put in order on the ballot.',
  pairwise: 'It is judged by duels: two works at a time, from a queue of your own.',
}
