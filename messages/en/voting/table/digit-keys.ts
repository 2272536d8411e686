const list = (values: readonly number[]) => `${values.slice(0, -1).join(', ')} and ${values.at(-1)}`

export const keysGive = (points: readonly number[]) => `Keys 1 to 5 give ${list(points)} points.`
export const keysGiveAsMany = (most: number) => `Keys 1 to ${most} give as many points.`
/** What the five keys give. */
export const legends = {
  rating: 'Rating, for your own order',
  points: 'Points on your ballot',
  place: 'Place on your ballot',
}
export const toPlace = (key: number) => `${key}: put it in this place`
export const noPoints = (key: number) => `${key}: no points`
export const points = (key: number, count: number) => `${key}: ${count} points`
