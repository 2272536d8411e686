export const what = 'The ballot'
