export const noteTooLong = (most: number) => `Eine Notiz fasst ${most} Byte: Kürze sie.`
export const note = 'Notiz'
export const noteAside = 'freiwillig, nach dem Schluss öffentlich'
export const noteCount = (bytes: number, most: number) => `${bytes} von ${most} Byte`
export const nothingChosen = 'noch nichts gewählt'
export const notFilledIn = 'noch nicht ausgefüllt'
export const theSafe = 'der Safe'
export const you = 'du'
