export const pageTitle = 'Kurz geschlossen · Verso'
export const closed = 'Kurz geschlossen'
export const cannotBeRead =
  'Diese Seite ist gerade nicht lesbar. Nichts wurde verändert, und was du gewählt hast, bleibt auf diesem Gerät.'
export const tryAgain = 'Noch einmal'
