export const what = 'This token'
