import * as counts from '#messages/counts.ts'

export const title = 'Round desk'
export const cancelled = 'This round is cancelled.'
export const openSubmissions = 'Open submissions'
export const rulesFreeze =
  'The rules freeze and their hash becomes the round’s id. From then on creators can sign briefs for it.'
export const openOnChain = 'The round is open on chain'
export const fixed = (works: number, opens: string) =>
  `${counts.works(works)} and the dates are fixed. Votes are taken from ${opens}.`
export const votesAreTaken = 'Votes are being taken'
export const inTheLog = (ballots: number) =>
  `${counts.ballots(ballots)} in the log. Nobody sees totals before the close, you neither.`
export const seeItsWall = 'See its wall'
export const backToDesk = 'Back to the desk'
export const standing = (state: string, works: number, askedFor: number) =>
  `${state}. ${counts.works(works)} of ${askedFor} asked for.`
export const now = 'now'
export const toPictures = 'Where its pictures were made'
export const onIpfs = (service: string, pinned: number, all: number) =>
  `On IPFS: ${service} keeps ${pinned} of ${all} files.`
export const triedAgain = 'The rest is tried again by itself; verso doctor says what fails.'
