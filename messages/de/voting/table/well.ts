export const name = 'Das Werk'
export const pictureUnread = 'Dieses Bild war nicht zu lesen.'
export const stillInRound = (number: number) =>
  ` Werk #${number} ist trotzdem in der Runde, und du kannst es beurteilen.`
export const workUnread = (number: number) => `Werk #${number} war nicht zu lesen.`
export const picksKept = ' Deine Wahl bleibt auf diesem Gerät.'
export const tryAgain = 'Noch einmal'
