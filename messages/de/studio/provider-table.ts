export const caption = 'Wie es um jeden Anbieter steht'
export const provider = 'Anbieter'
export const underWay = 'Läuft'
export const ofPlaces = (count: number) => `von ${count} zugleich`
export const median = 'Die Hälfte in'
export const slow = '95 % in'
export const taken = 'Prüfungen bestanden'
export const cost = 'Je gehängtes Werk'
export const month = 'Diesen Monat'
export const ofLimit = (limit: string) => `von ${limit}`
