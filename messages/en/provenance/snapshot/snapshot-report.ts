export const recount = 'Recount'
export const vote = 'Vote'
export const votes = 'Votes'
export const winner = 'Winner'
export const parting = 'Where the two counts part'
export const nowhere = 'Nowhere: they are the same.'
export const nothingToCompare = 'There is nothing to compare.'
export const otherVotes = 'Other votes to know of'
export const sameInBoth = 'both counts do the same'
export const untitled = 'A proposal without a title'
export const counted = (milliseconds: number) =>
  `Counted on this device in ${(milliseconds / 1000).toFixed(2)} s. Nothing was sent.`
export const threeCounts = 'The three counts'
export const difference = 'difference = compatible − exact'
