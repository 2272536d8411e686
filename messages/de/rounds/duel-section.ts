import * as counts from '#messages/counts.ts'

export const title = 'Werk gegen Werk'

export const neverMet = 'nie begegnet'
export const met = (won: number, lost: number, tied: number) =>
  `${won} gewonnen, ${lost} verloren, ${tied} unentschieden`
export const itself = 'es selbst'

export const caption =
  'Wie oft das Werk einer Zeile gegen das Werk einer Spalte gewann : verlor : unentschieden blieb'
export const work = 'Werk'
export const against = 'gegen '
export const judgedIn = (strength: string, duels: number) => `${strength}, ${counts.duels(duels)}`
export const duelsOfFirst = 'Duelle der ersten Werke'

export const howToRead = (duels: number) =>
  `${counts.duels(duels)} ${duels === 1 ? 'wurde' : 'wurden'} entschieden. Eine Zelle sagt, wie oft das Werk ihrer Zeile gegen das Werk ihrer Spalte gewann, verlor und unentschieden blieb; die Linie darunter ist so lang wie der gewonnene Anteil, ein Unentschieden zählt halb.`
export const firstShown = (works: number) => `Hier stehen die ersten ${works}.`
export const firstShownOfAll = (works: number) =>
  `Hier stehen die ersten ${works}; alle stehen in der ganzen Tabelle.`
export const tooFew = 'Weniger als zwei Werke standen oft genug im Duell, um verglichen zu werden.'

export const notRanked = (works: number) => `${counts.works(works)} ohne Rang`
export const rankedFrom = (enough: string) => `Was ein Werk für einen Rang braucht: ${enough}.`
export const duelsByVoters = (duels: number, voters: number) =>
  `${counts.duels(duels)} von ${counts.voters(voters)}`
export const andOthers = (works: number) =>
  `und ${works.toLocaleString('de-DE')} ${works === 1 ? 'weiteres' : 'weitere'}`
