export const nothing = 'There is no such community here.'
export const why =
  'Its contract may be on the chain all the same: a server shows the communities that are registered with it.'
export const toCollection = 'To the collection'
export const found = 'Found one'
