import * as counts from '#messages/counts.ts'

export const signedBy = 'Every brief signed by'
export const otherNames = 'On older works also:'
type Counts = { works: number; rounds: number; minted: number }
export const counted = ({ works, rounds, minted }: Counts) =>
  `${counts.works(works)} in ${counts.rounds(rounds)}${minted > 0 ? `, ${minted.toLocaleString('en-GB')} minted` : ''}.`
export const newest = (count: number) => `The newest ${count} are shown.`
