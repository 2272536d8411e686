/** Where this device remembers that a round's draft is kept at the instance too. */
export const keepKey = (roundId: string) => `verso.kept.${roundId}`

/** Whether it is, without the script that keeps it. */
export function isKeptThere(roundId: string): boolean {
  try {
    return window.localStorage.getItem(keepKey(roundId)) !== null
  } catch {
    return false
  }
}
