export const name = 'Übersicht'
