export const wholeSeconds = 'Eine ganze Zahl von Sekunden.'
export const leastMinute = 'Mindestens eine Minute.'
export const mostYear = 'Höchstens ein Jahr.'
export const wholeNumber = 'Eine ganze Zahl.'
export const leastOne = 'Mindestens eins.'
export const atMost = (most: number) => `Höchstens ${most.toLocaleString('de-DE')}.`
export const title = 'Ein Titel.'
export const mostLetters = (most: number) => `Höchstens ${most.toLocaleString('de-DE')} Buchstaben.`
export const brief = 'Worum Urheber:innen gebeten werden.'
export const leastPlace = 'Mindestens ein Platz.'
export const mostPlaces = (most: number) => `Höchstens ${most} Plätze.`
export const moreThanNothing = 'Mehr als nichts.'
export const leastTwo = 'Mindestens zwei.'
export const mostTen = 'Höchstens zehn.'
export const mostSeconds = (most: number) => `Höchstens ${most} Sekunden.`
export const mostFiveYears = 'Höchstens fünf Jahre.'
export const mostEightTimes = 'Höchstens acht Zeiten.'
export const mostPercent = (most: number) => `Höchstens ${most} %.`
export const reason = 'Ein Satz, den alle lesen können.'
export const dollars = 'Ein Betrag in Dollar, mindestens nichts.'
export const mostDollars = (most: number) => `Höchstens ${most.toLocaleString('de-DE')} $.`
