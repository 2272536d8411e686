export const sayWhat = 'Say what should be seen.'
export const mostLetters = (most: number) => `At most ${most} letters.`
export const nameNeeded = 'The name that stands on the label.'
export const atLeastOne = 'At least one.'
export const atMostEight = 'At most eight of one brief.'
export const addressOrNothing = 'An address: 0x and 40 hexadecimal digits, or nothing.'
export const chooseMaker = 'Choose who makes it.'
