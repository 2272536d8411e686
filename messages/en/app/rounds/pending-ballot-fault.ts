export const what = 'This ballot'
