export const needsScriptsBefore = 'Der Leuchttisch braucht Skripte. Jedes Werk hängt auch an '
export const wall = 'der Wand'
export const needsScriptsAfter = '.'
export const comesNext = (step: string) => `Als Nächstes: ${step}.`
export const inSitting = (place: string) => `${place} dieser Sitzung`
export const shortPlace = (pass: string, place: number, count: number) => `${pass}, ${place} von ${count}`
export const name = (round: string) => `Leuchttisch zu ${round}`
export const heading = (round: string) => `Leuchttisch: ${round}`
