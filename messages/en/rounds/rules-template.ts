export const beyondCandidates = 'More than the round has candidates.'
export const singleIsOne = 'A single choice is one work.'
export const leastShare = (whole: number) =>
  `A share is at least one of ${whole}: at most ${whole} works fit on a ballot.`
export const mostRanked = (most: number) =>
  `A count that eliminates work by work takes at most ${most} works.`
export const notALimit = (method: string) => `Not a limit of a ${method} ballot.`
export const leastChallenge = (seconds: number) => `This collection asks for at least ${seconds} seconds.`
export const seller = 'The account that sells.'
export const onlyForSale = 'Only for the recipient “sale”.'
export const countsOnce = 'One token, list or amount counts once.'
export const timesForAll = 'Times are given for the whole round, as seconds before the snapshot.'
