export const fetchingWallet = 'Fetching the wallet …'
export const noAddress = 'An address has 0x and 40 hexadecimal digits.'
export const judgeForAddress = 'Judge for an address'
export const whoSigns = 'The wallet of this address signs the ballot later, here or on another device.'
export const judgeForThis = 'Judge for this address'
export const whose = 'First, whose duels are these?'
export const why =
  'Every voter judges pairs from a queue of their own. It is drawn from the voter’s address and from the block in which voting opened, so that nobody chooses which works meet. Nothing is signed before the ballot.'
export const connect = 'Connect a wallet to begin'
