export const atBlock = (block: string) => `block ${block}`
export const atSnapshot = 'the snapshot'
export const counted = (when: string) => `Counted on ${when}. Later buys count from the next round.`
export const silent =
  'The chain that gives the votes does not answer. You can sign all the same: votes are weighed in the count.'
export const countedOn = 'Counted on'
