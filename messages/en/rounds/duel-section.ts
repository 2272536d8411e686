import * as counts from '#messages/counts.ts'

export const title = 'Work against work'

export const neverMet = 'never met'
export const met = (won: number, lost: number, tied: number) => `${won} won, ${lost} lost, ${tied} tied`
export const itself = 'itself'

export const caption = 'How often the work of a row won : lost : tied against the work of a column'
export const work = 'Work'
export const against = 'against '
export const judgedIn = (strength: string, duels: number) => `${strength}, ${counts.duels(duels)}`
export const duelsOfFirst = 'Duels of the first works'

export const howToRead = (duels: number) =>
  `${counts.duels(duels)} were judged. A cell says how often the work of its row won, lost and tied against the work of its column; the line under it is as long as the share it won, a tie being half.`
export const firstShown = (works: number) => `Here are the first ${works}.`
export const firstShownOfAll = (works: number) => `Here are the first ${works}; all stand in the whole table.`
export const tooFew = 'Fewer than two works were judged often enough to be compared.'

export const notRanked = (works: number) => `${counts.works(works)} not ranked`
export const rankedFrom = (enough: string) => `A work is ranked from ${enough} on.`
export const duelsByVoters = (duels: number, voters: number) =>
  `${counts.duels(duels)} by ${counts.voters(voters)}`
export const andOthers = (works: number) =>
  `and ${works.toLocaleString('en-GB')} ${works === 1 ? 'other' : 'others'}`
