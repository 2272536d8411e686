export const sayWhat = 'Sag, was zu sehen sein soll.'
export const mostLetters = (most: number) => `Höchstens ${most} Zeichen.`
export const nameNeeded = 'Der Name, der auf dem Schild steht.'
export const atLeastOne = 'Mindestens eines.'
export const atMostEight = 'Höchstens acht aus einem Auftrag.'
export const addressOrNothing = 'Eine Adresse: 0x und 40 hexadezimale Ziffern, oder nichts.'
export const chooseMaker = 'Wähle, wer es macht.'
