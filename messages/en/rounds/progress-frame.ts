export const waiting = 'Waiting'
export const printing = 'Printing'
export const hung = 'Hung'
export const refused = 'Turned away'
export const picture = (position: number, title: string) => `Picture ${position}: ${title}`
