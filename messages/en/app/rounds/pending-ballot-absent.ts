export const nothing = 'There is no ballot at this address.'
export const why =
  'A ballot of a Safe has an address that nobody can guess. Ask whoever sent it to you for the whole of it.'
export const allRounds = 'All rounds'
