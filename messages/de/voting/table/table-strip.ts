export const opensIn = 'öffnet in '
export const closesIn = 'schließt in '
export const aboutToOpen = 'öffnet gleich'
export const closed = 'Abstimmung geschlossen'
export const backToWallOf = 'Zurück zur Wand von '
/** The way on from the table, and the same in short. */
export const reviewBallot = ['Stimmzettel prüfen', 'Zettel'] as const
export const judgeByDuels = ['In Duellen urteilen', 'Duelle'] as const
export const seeResult = ['Ergebnis ansehen', 'Ergebnis'] as const
export const toWall = ['Zur Wand', 'Wand'] as const
export const ofMost = (picked: number, most: number) => `${picked} von ${most}`
export const pickedAfter = ' gewählt'
