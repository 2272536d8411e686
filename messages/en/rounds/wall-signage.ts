import * as counts from '#messages/counts.ts'

export const review = 'Review ballot'
export const signBrief = 'Sign a brief'
export const followCount = 'Follow the count'
export const seeResult = 'See the result'
export const inLog = (ballots: number) => `${counts.ballots(ballots)} in the log`
export const hasVotes = 'Has my address votes?'
