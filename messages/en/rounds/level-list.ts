import * as counts from '#messages/counts.ts'

export const whatDecided = 'What decided between equals further down'
export const andMore = (pairs: number) => `and ${counts.pairs(pairs)} more, in the same way`
