export const cancelled = 'This round was cancelled.'
export const nothingYet = 'There is nothing to judge yet.'
export const opensOn = (moment: string) =>
  `Works are numbered when briefs are in, and voting opens on ${moment}. Until then they hang on the wall as they come.`
export const nothingHung = 'Nothing was hung in this round.'
export const nonePassed = 'No work passed its gates.'
export const heading = (round: string) => `Light Table: ${round}`
export const toWall = 'To the wall'
