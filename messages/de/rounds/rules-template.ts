export const beyondCandidates = 'Mehr, als die Runde Werke zur Wahl hat.'
export const singleIsOne = 'Eine Einzelwahl ist ein Werk.'
export const leastShare = (whole: number) =>
  `Ein Anteil ist mindestens eins von ${whole}: Höchstens ${whole} Werke passen auf einen Stimmzettel.`
export const mostRanked = (most: number) =>
  `Eine Auszählung, die Werk für Werk ausscheidet, nimmt höchstens ${most} Werke.`
export const notALimit = (method: string) => `Keine Grenze eines Stimmzettels der Art „${method}“.`
export const leastChallenge = (seconds: number) => `Diese Sammlung verlangt mindestens ${seconds} Sekunden.`
export const seller = 'Das Konto, das verkauft.'
export const onlyForSale = 'Nur für den Empfänger „sale“.'
export const countsOnce = 'Ein Token, eine Liste oder ein Betrag zählt einmal.'
export const timesForAll = 'Zeiten gelten für die ganze Runde, als Sekunden vor dem Stichtag.'
