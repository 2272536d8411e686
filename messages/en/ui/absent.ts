export const notHere = 'Not here'
