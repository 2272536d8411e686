export const placeAndWork = 'Platz und Werk'
export const result = 'Das Ergebnis'
