import * as counts from '#messages/counts.ts'

export const prepared = 'Being prepared.'
export const opens = (works: number, moment: string) => `${counts.works(works)}. Voting opens on ${moment}.`
export const takesBriefs = (moment: string) => `Briefs are taken until ${moment}.`
export const takesVotes = (works: number, moment: string) =>
  `${counts.works(works)}. Votes are taken until ${moment}.`
export const counting = (works: number) => `${counts.works(works)}. The votes are in and being counted.`
export const cancelled = 'This round was cancelled.'
export const chosenFrom = (works: number) => `Chosen from ${counts.works(works)}. Anyone can recount it.`
