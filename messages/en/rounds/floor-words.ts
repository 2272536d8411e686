import * as counts from '#messages/counts.ts'

export const hung = (works: number) => `${counts.works(works)} hung`
export const openUntil = (moment: string) => `Open for votes until ${moment}.`
export const left = (remaining: string) => `${remaining} left.`
export const takesBriefs = (remaining: string) => `Takes briefs for ${remaining} more.`
export const briefsAreIn = 'Briefs are in.'
export const opens = (moment: string) => `Voting opens ${moment}`
export const seeWall = 'See the wall'
export const hangYourOwn = 'Hang your own'
export const followCount = 'Follow the count'
export const seeResult = 'See the result'
