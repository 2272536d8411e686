export const what = 'The log'
