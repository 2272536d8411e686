export const fetching = 'Fetching the wallet …'
