export const what = 'Dieses Token'
