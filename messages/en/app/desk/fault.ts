export const what = 'The desk'
