export const connect = 'Wallet verbinden und beginnen'
