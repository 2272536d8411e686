export const opensIn = 'opens in '
export const closesIn = 'closes in '
export const aboutToOpen = 'about to open'
export const closed = 'voting is closed'
export const backToWallOf = 'Back to the wall of '
/** The way on from the table, and the same in short. */
export const reviewBallot = ['Review ballot', 'Ballot'] as const
export const judgeByDuels = ['Judge by duels', 'Duels'] as const
export const seeResult = ['See the result', 'Result'] as const
export const toWall = ['To the wall', 'Wall'] as const
export const ofMost = (picked: number, most: number) => `${picked} of ${most}`
export const pickedAfter = ' picked'
