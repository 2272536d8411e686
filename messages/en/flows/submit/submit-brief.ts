export const noProvider = 'There is no such provider here.'
export const notInRound = 'Not in this round.'
