export const neighbours = 'Neighbours'
export const previous = 'Previous'
export const next = 'Next'
export const download = 'Download the record'
export const unnumbered = 'Numbered when submissions close'
export const workOf = (number: number, count: number) => `Work ${number} of ${count.toLocaleString('en')}`
export const wall = 'The whole wall'
