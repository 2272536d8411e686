export const what = 'This page'
