export const what = 'Diese Urheberseite'
