export const nothingRuns = 'Gerade läuft keine Runde.'
export const chosenBefore = 'Was früher gewählt wurde'
