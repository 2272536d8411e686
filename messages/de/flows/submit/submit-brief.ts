export const noProvider = 'Diesen Anbieter gibt es hier nicht.'
export const notInRound = 'Nicht in dieser Runde.'
