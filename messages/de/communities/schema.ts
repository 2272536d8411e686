export const slug = 'Zwei bis 48 Kleinbuchstaben, Ziffern und einzelne Bindestriche.'
export const address = 'Eine Adresse: 0x und 40 hexadezimale Ziffern.'
export const leastTwoLetters = 'Mindestens zwei Buchstaben.'
export const mostLetters = (most: number) => `Höchstens ${most.toLocaleString('de-DE')} Buchstaben.`
export const leastSource = 'Mindestens eine Quelle von Stimmen.'
