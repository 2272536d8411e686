/** Each line of a chain of custody, by its key. */
export const names = {
  Brief: 'Auftrag',
  Parent: 'Vorlage',
  Recipe: 'Rezept',
  Model: 'Modell',
  Picture: 'Bild',
  Credentials: 'Nachweise',
  Metadata: 'Metadaten',
  Gates: 'Schranken',
  Ballots: 'Stimmzettel',
  Result: 'Ergebnis',
  Token: 'Token',
  Licence: 'Lizenz',
}
const NUMBERS = ['Keine', 'Eine', 'Zwei', 'Drei', 'Vier', 'Fünf']
export const brokenLines = (count: number) =>
  `${NUMBERS[count] ?? count} gebrochene ${count === 1 ? 'Zeile' : 'Zeilen'}`
export const lookedAt = (done: number, all: number) => `${done} von ${all} angesehen`
export const checked = (title: string) => `Geprüft. ${title}.`
export const copyShown =
  'Du siehst eine Kopie, in der ein Byte des Bildes geändert wurde. Die Akte kann ihm nicht folgen.'
export const workShown =
  'Was sich prüfen lässt, wird in diesem Browser geprüft. Ein Hash öffnet, woraus er gebildet wurde.'
export const putBack = 'Byte zurücksetzen'
export const tamper = 'Fälschen'
export const withCopy = ', nur als Kopie'
export const readHere = 'Hier lesen (3 MB)'
