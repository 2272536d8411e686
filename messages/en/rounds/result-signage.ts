import * as counts from '#messages/counts.ts'

export const objectUntil = (moment: string, winners: number) =>
  `Anyone may object until ${moment}.${winners > 0 ? ` Then ${counts.works(winners)} can be minted.` : ''}`
export const minted = 'Nobody’s objection stood. The chosen works are minted.'
export const mayMint = (minted: number, winners: number) =>
  `The time to object is over. ${minted} of ${winners} minted: anyone may mint what is chosen.`
export const nothingToMint = 'The time to object is over. There is nothing to mint.'

export const turnout = (voters: number, ballots: number) =>
  `${counts.voters(voters)}, ${counts.ballots(ballots)}`
export const tookPart = (power: string) => `${power} took part`
export const abstained = (ballots: string) => `${ballots} abstained`
export const quorumReached = (needed: string) => `Quorum ${needed}: reached`
export const quorumMissed = (needed: string) => `Quorum ${needed}: not reached`

export const firstOnly = 'The first places only'
export const allInTable = (works: number) => `All ${works} in a table`
export const share = 'Share the result'
export const shared = (round: string) => `${round}: the result`
export const log = 'The log of ballots'
export const backToWall = 'Back to the wall'
export const closed = (moment: string) => `Closed ${moment}`
export const closes = (moment: string) => `Closes ${moment}`
export const notOnChain = 'Counted, and not on chain yet: the director signs the close.'
