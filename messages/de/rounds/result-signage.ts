import * as counts from '#messages/counts.ts'

const thenMinted = (winners: number) =>
  winners > 0 ? ` Danach ${winners === 1 ? 'kann' : 'können'} ${counts.works(winners)} geprägt werden.` : ''
export const objectUntil = (moment: string, winners: number) =>
  `Alle können Einspruch erheben bis ${moment}.${thenMinted(winners)}`
export const minted = 'Kein Einspruch blieb bestehen. Die gewählten Werke sind geprägt.'
export const mayMint = (minted: number, winners: number) =>
  `Die Zeit für Einsprüche ist vorbei. ${minted} von ${winners} geprägt: Alle können prägen, was gewählt ist.`
export const nothingToMint = 'Die Zeit für Einsprüche ist vorbei. Es gibt nichts zu prägen.'

export const turnout = (voters: number, ballots: number) =>
  `${counts.voters(voters)}, ${counts.ballots(ballots)}`
export const tookPart = (power: string) => `${power} beteiligt`
export const abstained = (ballots: string) => `${ballots} ${ballots === '1' ? 'Enthaltung' : 'Enthaltungen'}`
export const quorumReached = (needed: string) => `Quorum ${needed}: erreicht`
export const quorumMissed = (needed: string) => `Quorum ${needed}: nicht erreicht`

export const firstOnly = 'Nur die ersten Plätze'
export const allInTable = (works: number) => `Alle ${works} in einer Tabelle`
export const share = 'Ergebnis teilen'
export const shared = (round: string) => `${round}: das Ergebnis`
export const log = 'Das Stimmenprotokoll'
export const backToWall = 'Zurück zur Wand'
export const closed = (moment: string) => `Geschlossen ${moment}`
export const closes = (moment: string) => `Schließt ${moment}`
export const notOnChain = 'Ausgezählt, aber noch nicht auf der Chain: Die Leitung unterschreibt den Schluss.'
