export const atOnce = (most: number) => `At most ${most} at once.`
export const name = 'A name for the label.'
export const mostLetters = (most: number) => `At most ${most} letters.`
export const lettersOnly = 'Letters only.'
