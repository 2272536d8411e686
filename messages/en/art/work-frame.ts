export const picture = 'The picture'
