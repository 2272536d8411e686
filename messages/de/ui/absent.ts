export const notHere = 'Nicht hier'
