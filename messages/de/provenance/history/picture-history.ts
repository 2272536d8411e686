export const stages = {
  reading: 'Das Bild wird gelesen',
  looking: 'Es wird dekodiert und gehasht',
  asking: 'Diese Website wird nach den Hashes gefragt',
}
export const cancel = 'Abbrechen'
export const stopped = 'Du hast es angehalten.'
export const again = 'Noch einmal ansehen'
export const toWork = 'Zum Werk'
export const toRounds = 'Sehen, was hängt'
