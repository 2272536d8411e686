export const name = 'Zwei Werke im Vergleich'
/** One of the two, as it is named, and its mark. */
export const sides = {
  kept: (named: string, mark: string) => `Behalten: ${named}, ${mark}`,
  challenger: (named: string, mark: string) => `Gegenüber: ${named}, ${mark}`,
}
export const challengerWins = 'Das andere gewinnt'
export const next = 'Weiter'
export const oneWork = 'Ein Werk'
