import * as counts from '#messages/counts.ts'

export const judgedFor = (known: string) => `The duels of this device were judged for ${known}.`
export const ofAnother = (voter: string) =>
  `This ballot is for ${voter}. Every queue is drawn from its voter’s address, so nobody else can sign those duels.`
export const nothingJudged = 'Nothing is judged on this device.'
export const judge = 'Judge by duels'
export const howJudged = 'Every voter judges two works at a time, from a queue of their own.'
export const rule = (duels: number, voters: number) =>
  `A work gets a place once it stood in ${counts.duels(duels)} judged by ${counts.voters(voters)}.`
