import * as counts from '#messages/counts.ts'
import { ofVotes, whole } from '#messages/rounds/figures.ts'

const ORDINALS = [
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
] as const
const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'] as const

/** "1st", "2nd", "23rd", "111th". */
export function short(rank: number): string {
  const teen = rank % 100 >= 11 && rank % 100 <= 13
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th')
  return `${rank}${ending}`
}

/** "First" to "Tenth", then "11th place". */
export const ordinal = (rank: number): string => ORDINALS[rank - 1] ?? `${short(rank)} place`

/** "One place" to "Ten places", then "11 places". */
export const places = (count: number): string =>
  `${NUMBERS[count] ?? whole(count)} ${count === 1 ? 'place' : 'places'}`

export const votersWhoJudged = (count: number) => `${counts.voters(count)} who judged it`
export const ballotsNaming = (count: number) => `${counts.ballots(count)} naming it`

const level = (their: string, before: boolean, block: string) =>
  `${before ? 'so they were in every round before, and ' : ''}so are ${their}, and the lot by block ${block} decided it`
export const lotAmongBallots = (before: boolean, block: string) =>
  level('the ballots naming them', before, block)
export const lotAmongJudges = (before: boolean, block: string) =>
  level('the voters who judged them', before, block)
export const lotAmongVoters = (before: boolean, block: string) => level('their voters', before, block)
export const supportersDecided = (better: string, other: number) =>
  `${better} against ${whole(other)} decided it`
export const earlierRoundDecided = (better: string, other: string, round: number) =>
  `the earlier round decided it: ${better} against ${other} in round ${round}`

export const works = (one: number, other: number) => `Works ${one} and ${other}`
export const ranks = (one: number, other: number) => `${ordinal(one)} and ${ordinal(other).toLowerCase()}`
/** Two that are level, in which round of a count, and what decided between them. */
export const levelAt = (pair: string, score: string, round: number | null, decided: string | null) => {
  const where = round === null ? '' : ` in round ${round}`
  return `${pair} are level at ${score}${where}${decided === null ? '' : `; ${decided}`}.`
}

export const noVote = 'No work got a vote. No place is taken.'
export const noPoint = 'No work got a point. No place is taken.'
export const noneRanked = 'No ballot ranks a work. No place is taken.'
export const noneJudged = 'No work was judged in enough duels. No place is taken.'

export const duelsByVoters = (duels: number, voters: number) =>
  `${counts.duels(duels)} by ${counts.voters(voters)}`

export const pointless = 'Nobody gave it a point.'
export const onNoBallot = 'No ballot names it.'
export const inFewDuels = 'It stood in too few duels, or before too few voters, to be ranked.'
export const voteless = 'Nobody voted for it.'

export const scoreOnBallots = (score: string, ballots: number) =>
  `${score}, named on ${counts.ballots(ballots)}`
export const scoreByJudges = (score: string, voters: number) => `${score}, judged by ${counts.voters(voters)}`
export const scoreOfVoters = (score: string, voters: number) => `${score} of ${counts.voters(voters)}`
export const partOfVotes = (part: string, all: string) => `${part} of ${ofVotes(all)}`

export const givenPointsBy = 'given points by'
export const namedBy = 'named by'
export const inDuelsOf = 'in duels of'
export const chosenBy = 'chosen by'

/** Why places stayed empty; `other` where some work took a place. */
export const noOtherWork = 'there is no other work'
export const noBallotRanks = (other: boolean) => `no ballot ranks ${other ? 'another' : 'any'} work`
const no = (other: boolean) => (other ? 'no other work' : 'no work')
export const noWorkJudged = (other: boolean, enough: string) => `${no(other)} was judged in ${enough}`
export const noWorkPoint = (other: boolean) => `${no(other)} got a point`
export const noWorkVote = (other: boolean) => `${no(other)} got a vote`

/** How the first work was chosen, behind its title; `first` where it is one of several. */
const chosen = (first: boolean) => (first ? 'was chosen first' : 'was chosen')
const inRound = (round: number | null) => (round === null ? '' : ` in round ${round}`)
export const chosenWith = (first: boolean, round: number | null, score: string) =>
  `${chosen(first)}${inRound(round)}, with ${score}.`
export const chosenAfterTie = (first: boolean, round: number | null) =>
  `${chosen(first)}${inRound(round)} after a tie.`
export const chosenAhead = (first: boolean, round: number | null, lead: string) =>
  `${chosen(first)}${inRound(round)}, ${lead} ahead.`
export const chosenBelowQuota = (first: boolean, round: number, score: string, quota: string) =>
  `${chosen(first)} in round ${round}, with ${score}, below the quota of ${quota}.`
export const chosenByQuota = (first: boolean, round: number, score: string, quota: string) =>
  `${chosen(first)} in round ${round}, with ${score}; the quota is ${quota}.`
export const lastWasTie = (rank: number) => `${ordinal(rank)} place was a tie.`

export const missedQuorum = (had: string, needed: string) =>
  `The quorum was not reached: ${had} of the ${needed} it takes.`

export const placesHere = (count: number) => `${places(count)}.`
export const noneTaken = 'Without the quorum none is taken.'
export const stayedEmpty = (count: number, why: string) => `${places(count)} stayed empty: ${why}.`
export const shortOfLast = (work: number, by: string) => `Work ${work} was ${by} short of the last.`
export const shortInRound = (work: number, by: string, round: number) =>
  `Work ${work} was ${by} short in round ${round}.`
