export const pointsFor = (title: string) => `Punkte für ${title}`
export const clear = 'Leeren'
export const clearsPointsOf = (title: string) => `: Punkte für ${title}`
export const allSet = 'Alles Gewählte hat seine Punkte.'
export const unset = (count: number, picks: number) =>
  `${count} von ${picks} ohne Punkte: Das zählt als nichts.`
