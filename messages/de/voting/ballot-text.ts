/** Whose ballot it is, where it is that of a Safe. */
export const theSafe = 'der Safe'
export const fixed = (count: number) => (count === 1 ? 'das eine Werk, fest' : `die ${count} Werke, fest`)
export const onceConnected = 'dein Konto, sobald verbunden'
export const methods: Record<string, string> = {
  single: 'ein Werk zählt',
  weighted: 'Anteile von hundert',
  quadratic: 'Stimmen kosten ihr Quadrat',
  score: 'Punkte für jedes Werk',
  ranked: 'der erste Platz zuerst',
  pairwise: 'Duelle, > heißt besser als',
}
export const shownLater = 'sichtbar nach dem Schluss'
export const noNote = 'leer'
export const replacesOfSafe = 'ersetzt jeden früheren Stimmzettel des Safe'
export const first = 'dein erster Stimmzettel'
export const replaces = 'ersetzt deinen früheren Stimmzettel'
export const noAgent = 'leer: von einem Menschen unterschrieben'
