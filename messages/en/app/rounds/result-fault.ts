export const what = 'The result'
