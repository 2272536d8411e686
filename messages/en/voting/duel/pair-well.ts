export const thePair = 'The pair'
export const notRead = 'This work could not be read.'
export const answersKept = 'Your answers are kept on this device.'
export const again = 'Try again'
