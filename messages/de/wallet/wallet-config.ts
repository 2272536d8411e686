export const wallets = 'Wallets'
