export const nextWorks = 'The next works'
export const lightTable = 'Light Table'
export const reviewBallot = 'Review ballot'
