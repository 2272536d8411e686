export const unlisted = 'not among the listed'
export const block = 'block'
/** After a block, before the root that the chain has. */
export const has = 'has'
export const caption =
  'Signed heads, the newest first: the root made here from the leaf hashes, the one that the operator signed, and the block that holds it'
export const ballots = 'Ballots'
export const signed = 'Signed, UTC'
export const rootHere = 'Root made here'
export const operatorsHead = 'Operator’s head'
export const onChain = 'On chain'
export const showOlder = (heads: number) => `Show ${heads} older heads`
