import { short } from '#messages/rounds/result-words.ts'

export const nothing = 'Nothing is minted yet.'
export const comesWhen =
  'A work comes here when a round has chosen it, nobody’s objection stood, and it is minted.'
export const toRounds = 'To the rounds'
export const mintedWorks = (count: number) =>
  `${count.toLocaleString('en')} minted ${count === 1 ? 'work' : 'works'}`
export const placedIn = (rank: number, round: string) => `${short(rank)} in ${round}`
export const placedInOf = (rank: number, round: string, community: string) =>
  `${short(rank)} in ${round}, ${community}`
