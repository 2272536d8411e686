export const nothing = 'This community has minted no such token.'
export const why = 'A token just minted comes here as soon as its block is read, within seconds.'
export const toCollection = 'To the collection'
