import * as counts from '#messages/counts.ts'
import { ofVotes, whole } from '#messages/rounds/figures.ts'

const NUMBERS = [
  'Kein',
  'Ein',
  'Zwei',
  'Drei',
  'Vier',
  'Fünf',
  'Sechs',
  'Sieben',
  'Acht',
  'Neun',
  'Zehn',
] as const

/** "1.", "23." */
export const short = (rank: number): string => `${rank}.`

/** "Platz 1" */
export const ordinal = (rank: number): string => `Platz ${rank}`

/** "Ein Platz" to "Zehn Plätze", then "11 Plätze". */
export const places = (count: number): string =>
  `${NUMBERS[count] ?? whole(count)} ${count <= 1 ? 'Platz' : 'Plätze'}`

export const votersWhoJudged = (count: number) =>
  `${counts.voters(count)}, ${count === 1 ? 'die es beurteilt hat' : 'die es beurteilt haben'},`
export const ballotsNaming = (count: number) =>
  `${counts.ballots(count)}, ${count === 1 ? 'der es nennt' : 'die es nennen'},`

const level = (their: string, before: boolean, block: string) =>
  `${before ? 'das waren sie auch in jeder Runde davor, und ' : ''}ebenso ${their}, und das Los aus Block ${block} entschied`
export const lotAmongBallots = (before: boolean, block: string) =>
  level('die Stimmzettel, die sie nennen', before, block)
export const lotAmongJudges = (before: boolean, block: string) =>
  level('die Wähler:innen, die sie beurteilt haben', before, block)
export const lotAmongVoters = (before: boolean, block: string) => level('ihre Wähler:innen', before, block)
export const supportersDecided = (better: string, other: number) =>
  `${better} gegen ${whole(other)} gaben den Ausschlag`
export const earlierRoundDecided = (better: string, other: string, round: number) =>
  `die frühere Runde entschied: ${better} gegen ${other} in Runde ${round}`

export const works = (one: number, other: number) => `Werke ${one} und ${other}`
export const ranks = (one: number, other: number) => `${ordinal(one)} und ${ordinal(other)}`
/** Two that are level, in which round of a count, and what decided between them. */
export const levelAt = (pair: string, score: string, round: number | null, decided: string | null) => {
  const where = round === null ? '' : ` in Runde ${round}`
  return `${pair} liegen${where} gleichauf, je ${score}${decided === null ? '' : `; ${decided}`}.`
}

export const noVote = 'Kein Werk bekam eine Stimme. Kein Platz ist vergeben.'
export const noPoint = 'Kein Werk bekam einen Punkt. Kein Platz ist vergeben.'
export const noneRanked = 'Kein Stimmzettel ordnet ein Werk. Kein Platz ist vergeben.'
export const noneJudged = 'Kein Werk stand in genügend Duellen. Kein Platz ist vergeben.'

const duelsOf = (count: number) => (count === 1 ? 'einem Duell' : `${whole(count)} Duellen`)
export const duelsByVoters = (duels: number, voters: number) =>
  `${duelsOf(duels)} von ${counts.voters(voters)}`

export const pointless = 'Niemand gab ihm einen Punkt.'
export const onNoBallot = 'Kein Stimmzettel nennt es.'
export const inFewDuels =
  'Es stand in zu wenigen Duellen oder vor zu wenigen Wähler:innen, um geordnet zu werden.'
export const voteless = 'Niemand stimmte dafür.'

export const scoreOnBallots = (score: string, ballots: number) =>
  `${score}, genannt auf ${ballots === 1 ? 'einem Stimmzettel' : `${whole(ballots)} Stimmzetteln`}`
export const scoreByJudges = (score: string, voters: number) =>
  `${score}, beurteilt von ${counts.voters(voters)}`
export const scoreOfVoters = (score: string, voters: number) => `${score} von ${counts.voters(voters)}`
export const partOfVotes = (part: string, all: string) => `${part} von ${ofVotes(all)}`

export const givenPointsBy = 'mit Punkten von'
export const namedBy = 'genannt von'
export const inDuelsOf = 'in Duellen von'
export const chosenBy = 'gewählt von'

/** Why places stayed empty; `other` where some work took a place. */
export const noOtherWork = 'es gibt kein weiteres Werk'
export const noBallotRanks = (other: boolean) =>
  `kein Stimmzettel ordnet ${other ? 'ein weiteres' : 'ein'} Werk`
const no = (other: boolean) => (other ? 'kein weiteres Werk' : 'kein Werk')
export const noWorkJudged = (other: boolean, enough: string) => `${no(other)} stand in ${enough}`
export const noWorkPoint = (other: boolean) => `${no(other)} bekam einen Punkt`
export const noWorkVote = (other: boolean) => `${no(other)} bekam eine Stimme`

/** How the first work was chosen, behind its title; `first` where it is one of several. */
const chosen = (first: boolean, round: number | null) =>
  `wurde${round === null ? '' : ` in Runde ${round}`}${first ? ' als erstes' : ''} gewählt`
export const chosenWith = (first: boolean, round: number | null, score: string) =>
  `${chosen(first, round)}: ${score}.`
export const chosenAfterTie = (first: boolean, round: number | null) =>
  `${chosen(first, round)}, nach einem Gleichstand.`
export const chosenAhead = (first: boolean, round: number | null, lead: string) =>
  `${chosen(first, round)}, ${lead} voraus.`
export const chosenBelowQuota = (first: boolean, round: number, score: string, quota: string) =>
  `${chosen(first, round)}: ${score}, unter der Quote von ${quota}.`
export const chosenByQuota = (first: boolean, round: number, score: string, quota: string) =>
  `${chosen(first, round)}: ${score}; die Quote ist ${quota}.`
export const lastWasTie = (rank: number) => `Um ${ordinal(rank)} gab es einen Gleichstand.`

export const missedQuorum = (had: string, needed: string) =>
  `Das Quorum wurde nicht erreicht: ${had} von nötigen ${needed}.`

export const placesHere = (count: number) => `${places(count)}.`
export const noneTaken = 'Ohne das Quorum wird keiner vergeben.'
export const stayedEmpty = (count: number, why: string) =>
  `${places(count)} ${count === 1 ? 'blieb' : 'blieben'} leer: ${why}.`
export const shortOfLast = (work: number, by: string) => `Werk ${work} lag ${by} hinter dem letzten Platz.`
export const shortInRound = (work: number, by: string, round: number) =>
  `Werk ${work} lag in Runde ${round} um ${by} zurück.`
