import * as counts from '#messages/counts.ts'

export const signedBy = 'Jeder Auftrag unterschrieben von'
export const otherNames = 'Auf älteren Werken auch:'
type Counts = { works: number; rounds: number; minted: number }
export const counted = ({ works, rounds, minted }: Counts) =>
  `${counts.works(works)} in ${counts.rounds(rounds)}${minted > 0 ? `, davon ${minted.toLocaleString('de-DE')} geprägt` : ''}.`
export const newest = (count: number) => `Gezeigt werden die neuesten ${count}.`
