export const what = 'This work'
