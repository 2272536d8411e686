export const title = 'Auftrag einreichen'
export const toWall = 'Zur Wand'
export const noSuchBrief = 'Diese Runde hat keinen solchen Auftrag.'
export const whereBriefsAre =
  'Vielleicht wurde die Adresse abgeschnitten. Deine Aufträge stehen unter „Deine Aufträge“.'
export const takesNone = 'Diese Runde nimmt gerade keine Aufträge an.'
export const tookUntil = (until: string) => `Sie nahm sie an bis ${until}.`
export const noParent = 'Das Werk, das du abwandeln willst, hängt hier nicht.'
export const withoutParent = 'Öffne es noch einmal von seiner Wand, oder schreib einen Auftrag ohne Vorlage.'
export const keptMaking = 'Was gerade entsteht, entsteht weiter.'
export const keptWords = 'Was du geschrieben hast, bleibt auf dieser Seite.'
export const another = 'Noch einen Auftrag schreiben'
