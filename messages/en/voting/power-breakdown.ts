export const votes = 'Votes'
export const notEveryChain = 'Not every chain answers.'
export const again = 'Ask again'
export const stillSign = 'A ballot can be signed all the same: votes are weighed in the count.'
export const noBlock = (snapshot: string) =>
  `As it would be now: no block of the snapshot of ${snapshot} is known yet.`
