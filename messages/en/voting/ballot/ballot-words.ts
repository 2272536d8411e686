import * as counts from '#messages/counts.ts'

const credits = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'credit' : 'credits'}`

export const youAbstain = 'you abstain'
export const works = (count: number) => (count === 1 ? 'one work' : `${count.toLocaleString('en')} works`)
export const shares = (count: number, shared: number) => `${works(count)}, ${shared} of 100 shared`
export const votesBought = (count: number, votes: number, spent: number) =>
  `${works(count)}, ${counts.votes(votes)} for ${credits(spent)}`
export const pointsGiven = (count: number, points: number) =>
  `${works(count)}, ${counts.points(points)} in all`
export const ranked = (count: number) =>
  count === 1 ? 'one work, in first place' : `${works(count)}, the best first`
export const duelsJudged = (count: number, skipped: number) =>
  skipped > 0 ? `${counts.duels(count)}, ${skipped} skipped` : counts.duels(count)

export const abstain = 'abstain'
export const votesOf = (votes: bigint) => `${votes.toLocaleString('en')} votes`
export const summaryOfWorks = (count: number) => counts.works(count)
export const summaryOfDuels = (count: number) => counts.duels(count)
export const summaryOfCredits = (count: number, spent: number) => `${counts.works(count)}, ${credits(spent)}`

export const methodNames = {
  single: 'single choice',
  approval: 'approval',
  weighted: 'weighted shares',
  quadratic: 'quadratic votes',
  score: 'points',
  ranked: 'ranking',
  pairwise: 'duels',
}

export const methodAsides = {
  single: 'one of them gets all your votes',
  approval: 'each gets all your votes, in any order',
  weighted: 'they share your votes by hundredths',
  quadratic: 'a vote more costs more each time',
  score: 'points for each; what has none gets none',
  ranked: 'your votes stand behind the first and move on when it is out',
  pairwise: 'two at a time, from a queue of your own',
}
