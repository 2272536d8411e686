import * as counts from '#messages/counts.ts'

const credits = (count: number) => `${count.toLocaleString('de-DE')} ${count === 1 ? 'Credit' : 'Credits'}`

export const youAbstain = 'du enthältst dich'
export const works = (count: number) => (count === 1 ? 'ein Werk' : `${count.toLocaleString('de-DE')} Werke`)
export const shares = (count: number, shared: number) => `${works(count)}, ${shared} von 100 verteilt`
export const votesBought = (count: number, votes: number, spent: number) =>
  `${works(count)}, ${counts.votes(votes)} für ${credits(spent)}`
export const pointsGiven = (count: number, points: number) =>
  `${works(count)}, insgesamt ${counts.points(points)}`
export const ranked = (count: number) =>
  count === 1 ? 'ein Werk, auf dem ersten Platz' : `${works(count)}, das beste zuerst`
export const duelsJudged = (count: number, skipped: number) =>
  skipped > 0 ? `${counts.duels(count)}, ${skipped} übersprungen` : counts.duels(count)

export const abstain = 'Enthaltung'
export const votesOf = (votes: bigint) =>
  `${votes.toLocaleString('de-DE')} ${votes === 1n ? 'Stimme' : 'Stimmen'}`
export const summaryOfWorks = (count: number) => counts.works(count)
export const summaryOfDuels = (count: number) => counts.duels(count)
export const summaryOfCredits = (count: number, spent: number) => `${counts.works(count)}, ${credits(spent)}`

export const methodNames = {
  single: 'Einzelwahl',
  approval: 'Zustimmung',
  weighted: 'gewichtete Anteile',
  quadratic: 'quadratische Stimmen',
  score: 'Punkte',
  ranked: 'Rangfolge',
  pairwise: 'Duelle',
}

export const methodAsides = {
  single: 'eines davon bekommt alle deine Stimmen',
  approval: 'jedes bekommt alle deine Stimmen, in beliebiger Folge',
  weighted: 'sie teilen sich deine Stimmen nach Hundertsteln',
  quadratic: 'jede weitere Stimme kostet mehr',
  score: 'Punkte für jedes; was keine hat, bekommt keine',
  ranked: 'deine Stimmen stehen hinter dem ersten und gehen weiter, wenn es ausscheidet',
  pairwise: 'immer zwei, aus einer eigenen Folge',
}
