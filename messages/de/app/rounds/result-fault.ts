export const what = 'Das Ergebnis'
