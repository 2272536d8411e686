export const noProvider = 'Diesen Anbieter gibt es hier nicht.'
export const notInRound = 'Nicht in dieser Runde.'
export const oneWork = 'Ein Auftrag bringt ein fertiges Werk.'
export const otherFiles = 'Nimmt andere Dateien, als dieser Auftrag nennt.'
