export const what = 'This creator'
