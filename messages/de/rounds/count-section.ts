import * as counts from '#messages/counts.ts'

export const title = 'Runde für Runde'

export const roundsTold = (from: number, to: number) =>
  `Runden ${from} bis ${to}: was gewählt wurde oder ausschied, und wohin die Stimmen gingen`
export const round = 'Runde'
export const whatHappened = 'Was geschah'
export const whereVotesWent = 'Wohin die Stimmen gingen'
export const firstRounds = (count: number) =>
  count === 1 ? 'Die erste Runde' : `Die ersten ${counts.rounds(count)}`

export const inFigures = 'Die Stimmen in Zahlen'
export const votesByRound = 'Stimmen nach Runden'
export const votesAsRoundsBegan = 'Stimmen jedes Werks zu Beginn jeder Runde'
export const work = 'Werk'
export const roundNumber = (round: number) => `Runde ${round}`
export const noFurtherChoice = 'Keine weitere Wahl'
export const lostInFractions = 'In Brüchen verloren'

export const wereLost = (votes: string) =>
  `In Brüchen verloren: ${votes}. Was weitergegeben wird, wird abgerundet.`
export const stillStood = (works: number) =>
  `${counts.works(works)} ${works === 1 ? 'stand' : 'standen'} noch, als der letzte Platz vergeben wurde; in der Tabelle oben stehen die Stimmen danach, mit dem, was über die letzte Quote hinausging.`

export const lastRounds = (drawn: number, all: number) => `Die letzten ${drawn} von ${all} Runden.`
export const allRounds = (count: number) => `${counts.rounds(count)}.`
export const bands =
  'Ein Band ist ein Werk, so breit wie seine Stimmen; die dunkleren Bahnen gehen zur nächsten Wahl auf einem Stimmzettel.'
export const halfMarked = 'Striche zeigen die Hälfte der Stimmen, die noch zählen, vom gewählten Werk an.'
export const quotaMarked = (quota: string) =>
  `Die Quote: ${quota}. Wer sie erreicht, ist gewählt und behält sie; Striche zeigen, wo sie endet, und was darüber liegt, geht weiter.`

export const described = (round: number, work: string, happened: string, passed: string) =>
  `Runde ${round}: ${work} ${happened}${passed ? ` ${passed}.` : ''}`
