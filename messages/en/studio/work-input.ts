export const choose = 'Choose the picture that is to hang.'
export const sayWhat = 'Say what it shows: it is read to whoever does not see it.'
export const mostLetters = (most: number) => `At most ${most} letters.`
