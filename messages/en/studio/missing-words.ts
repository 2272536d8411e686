export const opening = {
  'not-frozen': 'The rules are not frozen yet.',
  'submissions-running': 'Briefs are still being taken.',
  'not-numbered': 'The works are being numbered; this takes a few seconds.',
  'no-candidates': 'No work passed its gates, so there is nothing to vote on.',
  opened: 'The round is open.',
  cancelled: 'The round is cancelled.',
}
export const closing = {
  'not-opened': 'The round was not opened.',
  'voting-running': 'Votes are still being taken.',
  'not-sealed': 'The log can still be sealed by anyone; the grace is running.',
  'not-counted': 'The ballots are being counted; this takes a few seconds.',
  frozen: 'A proof against the operator froze the round: the guardian has to rule.',
  closed: 'The result is on chain.',
  cancelled: 'The round is cancelled.',
}
export const winners = {
  'not-closed': 'The result is not on chain yet.',
  'challenge-running': 'The result can still be challenged.',
  frozen: 'A proof against the operator froze the round: the guardian has to rule.',
  'no-winners': 'Nothing won, so nothing is minted.',
  minted: 'Every winner is minted.',
  cancelled: 'The round is cancelled.',
  'not-ours':
    'The result on chain is not the one that was counted here: see the recount before anything is minted.',
}
export const until = (moment: string) => `until ${moment}`
