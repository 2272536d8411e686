export const what = 'Das Formular für Aufträge'
