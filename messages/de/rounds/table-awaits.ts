export const cancelled = 'Diese Runde wurde abgesagt.'
export const nothingYet = 'Es gibt noch nichts zu beurteilen.'
export const opensOn = (moment: string) =>
  `Werke bekommen Nummern, wenn die Aufträge da sind, und die Abstimmung beginnt am ${moment}. Bis dahin hängen sie an der Wand, wie sie kommen.`
export const nothingHung = 'In dieser Runde wurde nichts gehängt.'
export const nonePassed = 'Kein Werk kam durch seine Prüfungen.'
export const heading = (round: string) => `Leuchttisch: ${round}`
export const toWall = 'Zur Wand'
