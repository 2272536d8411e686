export const title = (round: string) => `${round}: das Ergebnis`
export const checkIt = 'Prüfen'
