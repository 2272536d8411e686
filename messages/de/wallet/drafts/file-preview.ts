export const wouldChange = (name: string, changes: string) => `${name} würde ändern: ${changes}.`
export const changesNothing = (name: string) => `${name} ändert nichts.`
export const restStays = 'Wovon sie nicht spricht, bleibt, wie es ist.'
export const allHere = 'Alles, was sie zu dieser Runde sagt, ist schon auf diesem Gerät.'
export const changes = 'Was sich ändern würde'
export const was = (decision: string) => `, bisher ${decision}`
export const leftOut = 'Ausgelassen'
export const take = 'Übernehmen'
export const leave = 'Verwerfen'
