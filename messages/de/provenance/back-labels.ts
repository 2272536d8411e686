import * as counts from '#messages/counts.ts'

export const work = 'Werk'
export const token = 'Token'
export const picture = 'Bild'
export const unnumbered = 'noch ohne Nummer'
export const hung = {
  onDay: (day: string) => `Gehängt ${day}`,
  /** Within a month: the first day has a number only. */
  inMonth: (from: string, until: string) => `Gehängt ${from}–${until}`,
  overMonths: (from: string, until: string) => `Gehängt ${from} bis ${until}`,
}
export const judged = (voters: number, supportedBy: string, supporters: number) =>
  `Beurteilt von ${counts.voters(voters)}, ${supportedBy} ${supporters}`

export const round = (index: number | undefined) => `Runde ${index}`
export const block = (number: number) => `Block ${number}`
export const of = (works: number) => `von ${works}`

type Place = { rank: number; ordinal: string }
export const chosen = ({ rank }: Place, score: string) => `Platz ${rank} mit ${score}.`
export const minted = (block: number) => `Geprägt in Block ${block}.`
export const notMinted = 'Noch nicht geprägt.'
