export const name = 'Two works compared'
/** One of the two, as it is named, and its mark. */
export const sides = {
  kept: (named: string, mark: string) => `Kept: ${named}, ${mark}`,
  challenger: (named: string, mark: string) => `Challenger: ${named}, ${mark}`,
}
export const challengerWins = 'Challenger wins'
export const next = 'Next'
export const oneWork = 'One work'
