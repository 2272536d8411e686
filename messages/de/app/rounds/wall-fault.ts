export const what = 'Diese Runde'
