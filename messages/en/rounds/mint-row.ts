export const token = (id: number) => `token ${id}`
export const proven = 'proven'
export const caption = 'The winners to be minted'
export const place = 'Place'
export const work = 'Work'
export const to = 'To'
export const record = 'Record'
export const inTree = 'In the winners’ tree'
