export const line = (number: number) => `line ${number}`
export const strayQuote = 'A quote is not closed, or stands inside a cell.'
export const noNumberColumn = (columns: string) =>
  `Its first line names no column “number”. A table has the columns ${columns}.`
export const duelsUnnamed = 'Its duels do not name their voter and answers.'
export const noDuelAnswer = 'An answer to a duel is l, h, t or s.'
export const stopsBeingJson = 'It stops being JSON there.'
export const notADraft = 'It is not a draft that Verso saved.'
export const otherVersion = (version: string) => `It is of version ${version}; this page reads version 1.`
export const otherRound = 'It belongs to another round.'
export const otherRoundCalled = (title: string) => `It belongs to another round, “${title}”.`
export const workOfList = (place: number) => `work ${place} of its list`
export const empty = 'There is nothing in it.'
