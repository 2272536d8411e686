import { ordinal } from '#messages/voting/ordinals.ts'

const figure = (value: number) => value.toLocaleString('de-DE')

export const place = (at: number, most: number) => `Duell ${figure(at)} von ${figure(most)}.`
export const settled = (works: number, share: string) =>
  `Deine Rangfolge von ${figure(works)} Werken ist zu ${share} entschieden.`
export const decided = (pairs: number, works: number, count: number) =>
  `Von den ${figure(pairs)} Paaren unter den ${figure(works)} Werken, die du beurteilt hast, entscheiden deine Antworten ${figure(count)}.`
export const circled = (works: number) =>
  `${figure(works)} Werke stehen in einem Kreis von Antworten, der zwischen ihnen nichts entscheidet.`
export const enough = (share: string) => `${share} genügen: Du kannst hier aufhören.`
export const everyWork = 'Du hast jedes Werk beurteilt: Du kannst hier aufhören.'
export const allJudged = (most: number) => `Alle ${figure(most)} Duelle eines Stimmzettels sind beurteilt.`
export const allMet = 'Alle Werke sind einander begegnet.'
export const over = (winner: number, loser: number) => `#${winner} vor #${loser}`
export const equal = (one: number, other: number) => `#${one} gleichauf mit #${other}`
export const skipped = (one: number, other: number) => `#${one} und #${other} übersprungen`
export const range = (from: number, to: number) =>
  from === to ? ordinal(from) : `${ordinal(from)} bis ${ordinal(to)}`
export const won = (count: number) => `${count} gewonnen`
export const lost = (count: number) => `${count} verloren`
export const tied = (count: number) => `${count} gleich`
