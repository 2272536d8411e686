export const turnOver = 'Umdrehen'
export const work = (number: number, count: number) => `Werk ${number} von ${count}`
export const place = (place: number) => `Platz ${place}`
export const minted = 'geprägt'
export const theToken = 'Das Token'
export const readFromChain = 'von der Chain gelesen'
export const collection = 'Sammlung'
export const token = 'Token'
export const heldBy = 'Im Besitz von'
export const chainIsSilent = 'die Chain antwortet nicht'
export const mintedOn = 'Geprägt'
export const mintedIn = 'In'
