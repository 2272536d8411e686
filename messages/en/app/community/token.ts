export const turnOver = 'Turn over'
export const work = (number: number, count: number) => `Work ${number} of ${count}`
export const place = (place: number) => `Place ${place}`
export const minted = 'minted'
export const theToken = 'The token'
export const readFromChain = 'read from chain'
export const collection = 'Collection'
export const token = 'Token'
export const heldBy = 'Held by'
export const chainIsSilent = 'the chain does not answer'
export const mintedOn = 'Minted'
export const mintedIn = 'In'
