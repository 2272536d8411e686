export const nothing = 'Noch ist nichts geprägt.'
export const comesWhen =
  'Ein Werk kommt hierher, wenn eine Runde es gewählt hat, kein Einspruch bestehen blieb und es geprägt ist.'
export const toRounds = 'Zu den Runden'
export const mintedWorks = (count: number) =>
  `${count.toLocaleString('de-DE')} ${count === 1 ? 'geprägtes Werk' : 'geprägte Werke'}`
export const placedIn = (rank: number, round: string) => `Platz ${rank} in ${round}`
export const placedInOf = (rank: number, round: string, community: string) =>
  `Platz ${rank} in ${round}, ${community}`
