export const what = 'Diese Seite'
