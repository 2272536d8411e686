import * as counts from '#messages/counts.ts'

const counted = (count: number, one: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`
const mostWorks = (most: number) => `at most ${counts.works(most)} on a ballot`
const mostDuels = (most: number) => `at most ${counts.duels(most)} on a ballot`

/** How the round is voted, with the limits that the method has. */
export const choices = (method: string, most: number) => `${method}, ${mostWorks(most)}`
export const quadratic = (method: string, credits: number, votes: number, most: number) =>
  `${method}, ${counted(credits, 'credit')} at most, one for ${counts.votes(votes)}; ${mostWorks(most)}`
export const score = (method: string, points: number, most: number) =>
  `${method}, 1 to ${points}; ${mostWorks(most)}`
export const pairwise = (method: string, most: number, duels: number, voters: number) =>
  `${method}, ${mostDuels(most)}; a place from ${counts.duels(duels)} and ${counts.voters(voters)} on`

export const round = 'Round'
export const notHashed = 'hashed when it freezes'
export const method = 'Method'
export const places = 'Places'
export const briefsUntil = 'Briefs until'
export const votes = 'Votes'
export const span = (from: string, to: string) => `${from} to ${to}`
export const weighed = 'Votes are weighed'
export const licence = 'Licence'
export const royalty = 'Royalty'

export const openRound = 'Open the round'
export const fixes = (works: number) =>
  `One transaction from the director’s wallet fixes the ${works > 0 ? counts.works(works) : 'works'} and the dates on chain. Nothing can be edited after it. If it does not happen before voting opens, the round is cancelled.`
export const openWith = (works: number) => `Open the round: ${counts.works(works)}`

export const closeRound = 'Close the round'
export const anchors =
  'The director anchors what was counted. Anyone can recount it first, and challenge it in the window that follows.'
export const result = 'Result'
export const winners = 'Winners'
export const recordOfRound = 'Record of the round'
export const record = 'Record'
export const works = 'Works'

export const ofPlaces = (winners: number, places: number) => `${winners} of ${places} places`
export const anchorsTitle = 'Anchors'
export const anchorsAside = 'computed here, read from chain'
export const minted = 'Minted'
export const mint = 'Mint'
export const everyWinnerMinted = 'Every winner is a token. Its address on chain is the hash of its record.'
export const whatIsMinted =
  'The contract mints only what is proven against the anchored winners. It sends each token to the address above; nobody can change that now.'
export const mintWorks = (count: number) => (count === 1 ? 'Mint one work' : `Mint ${count} works`)
export const toCollection = 'To the collection'
