import * as counts from '#messages/counts.ts'

export const closed = (moment: string, ballots: number) =>
  `Voting closed on ${moment}, with ${counts.ballots(ballots)} in the log.`
export const sealed = (ballots: number) => `The log is sealed at ${counts.ballots(ballots)}.`
export const sealedEmpty = 'The log is sealed without a ballot.'
export const sealing = (moment: string) =>
  `The log is sealed at ${moment}. Until then anyone can seal it with a receipt.`
export const counted = 'Every ballot is checked and counted, and the whole record is published.'
export const closedOnChain = 'The director signs the close: the result goes on chain.'
export const challenge = 'Anyone may object before what was chosen can be minted.'

export const cancelled = 'This round was cancelled.'
export const votingUntil = (moment: string) => `Voting runs until ${moment}.`
export const noTotals = 'There are no totals before: nobody sees what others chose, not even the director.'
export const votingFrom = (moment: string) => `Voting opens on ${moment}.`
export const afterClose = 'The result comes after it closes.'
export const awaited = 'Voting is closed, the result is awaited.'
export const toTheWall = 'To the wall'
