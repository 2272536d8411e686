import * as counts from '#messages/counts.ts'

const credits = (count: number) => `${count.toLocaleString('de-DE')} ${count === 1 ? 'Credit' : 'Credits'}`
const mostWorks = (most: number) => `höchstens ${counts.works(most)} auf einem Stimmzettel`
const duels = (count: number) => `${count.toLocaleString('de-DE')} ${count === 1 ? 'Duell' : 'Duellen'}`

/** How the round is voted, with the limits that the method has. */
export const choices = (method: string, most: number) => `${method}, ${mostWorks(most)}`
export const quadratic = (method: string, spent: number, votes: number, most: number) =>
  `${method}, höchstens ${credits(spent)}, einer für ${counts.votes(votes)}; ${mostWorks(most)}`
export const score = (method: string, points: number, most: number) =>
  `${method}, 1 bis ${points}; ${mostWorks(most)}`
export const pairwise = (method: string, most: number, judged: number, voters: number) =>
  `${method}, höchstens ${counts.duels(most)} auf einem Stimmzettel; ein Platz ab ${duels(judged)} und ${counts.voters(voters)}`

export const round = 'Runde'
export const notHashed = 'Hash entsteht beim Festschreiben'
export const method = 'Verfahren'
export const places = 'Plätze'
export const briefsUntil = 'Aufträge bis'
export const votes = 'Stimmen'
export const span = (from: string, to: string) => `${from} bis ${to}`
export const weighed = 'Stichtag der Stimmen'
export const licence = 'Lizenz'
export const royalty = 'Tantiemen'

export const openRound = 'Runde eröffnen'
export const fixes = (works: number) =>
  `Eine Transaktion aus der Wallet der Leitung schreibt ${works > 0 ? counts.works(works) : 'die Werke'} und die Termine auf der Chain fest. Danach lässt sich nichts mehr ändern. Geschieht es nicht, bevor die Abstimmung öffnet, ist die Runde abgesagt.`
export const openWith = (works: number) => `Runde eröffnen: ${counts.works(works)}`

export const closeRound = 'Runde schließen'
export const anchors =
  'Die Leitung verankert, was ausgezählt wurde. Alle können es vorher nachzählen und in der Frist danach Einspruch erheben.'
export const result = 'Ergebnis'
export const winners = 'Gewählte Werke'
export const recordOfRound = 'Akte der Runde'
export const record = 'Akte'
export const works = 'Werke'

export const ofPlaces = (winners: number, places: number) =>
  `${winners} von ${places === 1 ? '1 Platz' : `${places} Plätzen`}`
export const anchorsTitle = 'Anker'
export const anchorsAside = 'hier berechnet, von der Chain gelesen'
export const minted = 'Geprägt'
export const mint = 'Prägen'
export const everyWinnerMinted =
  'Jedes gewählte Werk ist ein Token. Seine Adresse auf der Chain ist der Hash seiner Akte.'
export const whatIsMinted =
  'Der Vertrag prägt nur, was gegen die verankerten gewählten Werke bewiesen ist. Er schickt jeden Token an die Adresse oben; das kann jetzt niemand mehr ändern.'
export const mintWorks = (count: number) => (count === 1 ? 'Ein Werk prägen' : `${count} Werke prägen`)
export const toCollection = 'Zur Sammlung'
