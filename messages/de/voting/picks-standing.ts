export const receipt = 'Quittung'
export const change = 'Ändern'
export const review = 'Stimmzettel prüfen'
export const nothing = 'In dieser Runde nichts unterschrieben'
export const signed = (number: number) => `Stimmzettel unterschrieben, Nummer ${number}`
const picks = (count: number) => (count === 1 ? '1 Wahl' : `${count} Wahlen`)
export const onDevice = (count: number) => `${picks(count)} auf diesem Gerät`
export const inPage = (count: number) => `${picks(count)} nur auf dieser Seite: das Gerät behält nichts`
