export const backToWallOf = 'Zurück zur Wand von '
export const duel = 'Duell'
export const stopAndReview = 'Aufhören und prüfen'
export const review = 'Prüfen'
