export const offline =
  'Keine Verbindung. Deine Antworten bleiben auf diesem Gerät, und Bilder kommen, sobald sie wieder da ist.'
export const nothingKept = 'Dieses Gerät behält nichts: Deine Antworten halten so lange wie diese Seite.'
export const duelOf = (title: string) => `Duell in ${title}`
export const heading = (title: string) => `Duell: ${title}`
export const needScriptsBefore = 'Duelle brauchen Skripte. Jedes Werk hängt'
export const theWall = 'an der Wand'
export const needScriptsAfter = 'und ist auch ohne zu sehen.'
