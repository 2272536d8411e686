export const line = (number: number) => `Zeile ${number}`
export const strayQuote = 'Ein Anführungszeichen ist nicht geschlossen oder steht in einer Zelle.'
export const noNumberColumn = (columns: string) =>
  `Ihre erste Zeile nennt keine Spalte „number“. Eine Tabelle hat die Spalten ${columns}.`
export const duelsUnnamed = 'Ihre Duelle nennen nicht, für wen sie sind und wie sie ausgingen.'
export const noDuelAnswer = 'Eine Antwort auf ein Duell ist l, h, t oder s.'
export const stopsBeingJson = 'Dort hört sie auf, JSON zu sein.'
export const notADraft = 'Sie ist kein Entwurf, den Verso gesichert hat.'
export const otherVersion = (version: string) =>
  `Sie hat die Version ${version}; diese Seite liest Version 1.`
export const otherRound = 'Sie gehört zu einer anderen Runde.'
export const otherRoundCalled = (title: string) => `Sie gehört zu einer anderen Runde, „${title}“.`
export const workOfList = (place: number) => `Werk ${place} ihrer Liste`
export const empty = 'Es steht nichts darin.'
