export const name = 'The work'
export const pictureUnread = 'This picture could not be read.'
export const stillInRound = (number: number) =>
  ` Work #${number} is in the round all the same, and you can judge it.`
export const workUnread = (number: number) => `Work #${number} could not be read.`
export const picksKept = ' Your picks are kept on this device.'
export const tryAgain = 'Try again'
