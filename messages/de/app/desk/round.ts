import * as counts from '#messages/counts.ts'

export const title = 'Pult der Runde'
export const cancelled = 'Diese Runde ist abgesagt.'
export const openSubmissions = 'Einreichung eröffnen'
export const rulesFreeze =
  'Die Regeln frieren ein, und ihr Hash wird die Kennung der Runde. Von da an können Urheber:innen Aufträge für sie unterschreiben.'
export const openOnChain = 'Die Runde ist auf der Chain eröffnet'
export const fixed = (works: number, opens: string) =>
  `${counts.works(works)} und die Termine stehen fest. Stimmen werden angenommen ab ${opens}.`
export const votesAreTaken = 'Stimmen werden angenommen'
export const inTheLog = (ballots: number) =>
  `${counts.ballots(ballots)} im Protokoll. Vor dem Schluss sieht niemand Summen, auch du nicht.`
export const seeItsWall = 'Zu ihrer Wand'
export const backToDesk = 'Zurück zum Pult'
export const standing = (state: string, works: number, askedFor: number) =>
  `${state}. ${counts.works(works)} von ${askedFor} erbetenen.`
export const now = 'jetzt'
export const toPictures = 'Wo ihre Bilder gemacht wurden'
export const onIpfs = (service: string, pinned: number, all: number) =>
  `Auf IPFS: ${service} bewahrt ${pinned} von ${all} Dateien auf.`
export const triedAgain = 'Der Rest wird von selbst neu versucht; verso doctor sagt, woran es liegt.'
