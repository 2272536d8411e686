const list = (values: readonly number[]) => `${values.slice(0, -1).join(', ')} und ${values.at(-1)}`

export const keysGive = (points: readonly number[]) => `Die Tasten 1 bis 5 geben ${list(points)} Punkte.`
export const keysGiveAsMany = (most: number) => `Die Tasten 1 bis ${most} geben ebenso viele Punkte.`
/** What the five keys give. */
export const legends = {
  rating: 'Bewertung, für deine eigene Ordnung',
  points: 'Punkte auf deinem Stimmzettel',
  place: 'Platz auf deinem Stimmzettel',
}
export const toPlace = (key: number) => `${key}: auf diesen Platz setzen`
export const noPoints = (key: number) => `${key}: keine Punkte`
export const points = (key: number, count: number) => `${key}: ${count} ${count === 1 ? 'Punkt' : 'Punkte'}`
