import * as counts from '#messages/counts.ts'

export const title = 'Round by round'

export const roundsTold = (from: number, to: number) =>
  `Rounds ${from} to ${to}: who was chosen or went, and where the votes went`
export const round = 'Round'
export const whatHappened = 'What happened'
export const whereVotesWent = 'Where the votes went'
export const firstRounds = (count: number) => `The first ${counts.rounds(count)}`

export const inFigures = 'The votes in figures'
export const votesByRound = 'Votes by round'
export const votesAsRoundsBegan = 'Votes of each work as each round began'
export const work = 'Work'
export const roundNumber = (round: number) => `Round ${round}`
export const noFurtherChoice = 'No further choice'
export const lostInFractions = 'Lost in fractions'

export const wereLost = (votes: string) => `${votes} were lost in fractions: what is passed on is floored.`
export const stillStood = (works: number) =>
  `${counts.works(works)} still stood when the last place was taken; the table above has their votes after that, with what was beyond the last quota.`

export const lastRounds = (drawn: number, all: number) => `The last ${drawn} of ${all} rounds.`
export const allRounds = (count: number) => `${counts.rounds(count)}.`
export const bands =
  'A band is a work, as broad as its votes; the darker ribbons go to the next choice on a ballot.'
export const halfMarked = 'Dashes mark half of the votes that still count, from the work that was chosen on.'
export const quotaMarked = (quota: string) =>
  `The quota is ${quota}: who reaches it is chosen and keeps it; dashes mark where it ends, and what is beyond goes on.`

/** A round for who cannot see the drawing: its work, what happened to it, and where the votes went, if they did. */
export const described = (round: number, work: string, happened: string, passed: string) =>
  `Round ${round}: ${work} ${happened}${passed ? ` ${passed}.` : ''}`
