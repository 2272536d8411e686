export const noWorksYet = 'No works yet'
export const nothingPicked = 'Nothing is picked on this device.'
export const toTheWall = 'To the wall'
export const howToPick = 'Pick works on the wall; signing an empty ballot says that you abstain.'
export const worksOnIt = (count: number) =>
  count === 0 ? 'No work left' : count === 1 ? 'One work' : `${count} works`
