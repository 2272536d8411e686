export const atOnce = (most: number) => `Höchstens ${most} auf einmal.`
export const name = 'Ein Name für das Schild.'
export const mostLetters = (most: number) => `Höchstens ${most} Buchstaben.`
export const lettersOnly = 'Nur Buchstaben.'
