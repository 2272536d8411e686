export const overspent = (ballots: number) =>
  ballots === 1
    ? '1 ballot spent more credits than its power gives and does not count.'
    : `${ballots.toLocaleString('en')} ballots spent more credits than their power gives and do not count.`
export const whose = (ballots: number) => (ballots === 1 ? 'Whose it is' : 'Whose they are')
export const caption = 'Accounts whose ballots do not count, with credits spent and given'
export const account = 'Account'
export const spent = 'Spent'
export const credits = 'Credits'
export const others = (count: number) =>
  `and ${count.toLocaleString('en')} ${count === 1 ? 'other' : 'others'}, all in result.json`
