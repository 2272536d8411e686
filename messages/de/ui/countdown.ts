export const until = 'bis'
