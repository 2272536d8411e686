export const main = 'Main'
