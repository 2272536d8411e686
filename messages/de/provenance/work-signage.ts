export const neighbours = 'Werke daneben'
export const previous = 'Voriges'
export const next = 'Nächstes'
export const download = 'Akte herunterladen'
export const unnumbered = 'Nummer folgt mit dem Ende der Einreichung'
export const workOf = (number: number, count: number) => `Werk ${number} von ${count.toLocaleString('de-DE')}`
export const wall = 'Die ganze Wand'
