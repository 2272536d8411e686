export const lastNotOnChain = 'The last ballots are not on chain yet.'
