export const nothing = 'There is nothing at this address.'
export const why = 'It may have moved, or the address was cut on its way.'
export const toFirstPage = 'To the first page'
export const toRounds = 'To the rounds'
