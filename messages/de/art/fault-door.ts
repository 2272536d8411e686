export const closed = 'Kurz geschlossen'
export const cannotBeRead = (what: string) =>
  `${what} ist gerade nicht lesbar. Nichts wurde verändert, und was du gewählt hast, bleibt auf diesem Gerät.`
export const tryAgain = 'Noch einmal'
