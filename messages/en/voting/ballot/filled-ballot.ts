export const holdsAtMost = (most: number) =>
  `A ballot of this round holds at most ${most === 1 ? 'one work' : `${most} works`}. Take some off.`
export const stillToShare = (left: number, whole: number) => `${left} of ${whole} are still to be shared out.`
export const sharedTooMuch = (over: number, whole: number) =>
  `${over} more than ${whole} are shared out: take some back.`
export const noVoteYet = 'No work has a vote yet. To abstain, take all works off.'
export const costTooMuch = (spent: number, credits: number) =>
  `These votes cost ${spent} credits and there are ${credits}: take some back.`
export const noPointsYet = 'No work has points yet. To abstain, take all works off.'
export const pointsAtMost = (most: number) => `A work gets at most ${most} points.`
export const chooseOne = 'One work counts: choose it among your picks.'
