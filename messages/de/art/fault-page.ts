export const closed = 'Kurz geschlossen'
export const pageTitle = 'Kurz geschlossen · Verso'
