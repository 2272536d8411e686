export const fetching = 'Die Wallet wird geladen …'
