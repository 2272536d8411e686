import * as counts from '#messages/counts.ts'

export const hung = (works: number) => `${counts.works(works)} gehängt`
export const openUntil = (moment: string) => `Offen für Stimmen bis ${moment}.`
export const left = (remaining: string) => `Noch ${remaining}.`
export const takesBriefs = (remaining: string) => `Nimmt Aufträge an, noch ${remaining}.`
export const briefsAreIn = 'Die Aufträge sind da.'
export const opens = (moment: string) => `Abstimmung ab ${moment}`
export const seeWall = 'Zur Wand'
export const hangYourOwn = 'Eigenes hängen'
export const followCount = 'Zur Auszählung'
export const seeResult = 'Zum Ergebnis'
