export const backToWallOf = 'Back to the wall of '
export const duel = 'Duel'
export const stopAndReview = 'Stop here and review'
export const review = 'Review'
