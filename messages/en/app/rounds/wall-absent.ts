export const nothing = 'There is no such round here.'
export const why =
  'A round keeps its name in addresses for ever, so this one was cut on its way, belongs to another server, or is still being prepared.'
export const toRounds = 'To the rounds'
