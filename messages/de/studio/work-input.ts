export const choose = 'Wähle das Bild, das hängen soll.'
export const sayWhat = 'Sag, was zu sehen ist: Es wird allen vorgelesen, die es nicht sehen.'
export const mostLetters = (most: number) => `Höchstens ${most} Zeichen.`
