export const connect = 'Connect a wallet to begin'
