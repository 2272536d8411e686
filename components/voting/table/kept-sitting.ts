import { SITTING } from './pass-order.ts'

type KeyValue = Pick<Storage, 'getItem' | 'setItem'>

const keyOf = (roundId: string) => `verso.sitting.${roundId}`

/** Keeps the works of a sitting as long as the tab is there: a reload, and the way back, lead into the same one. */
export function keepSitting(storage: () => KeyValue, roundId: string, order: readonly number[]): void {
  try {
    storage().setItem(keyOf(roundId), order.join(','))
  } catch {
    // Blocked or full: a reload then deals the next works.
  }
}

/** The works of the sitting that was kept; null for none, and where they are not all works of this round. */
export function keptSitting(
  storage: () => KeyValue,
  roundId: string,
  numbers: readonly number[],
): number[] | null {
  try {
    const hung = new Set(numbers)
    const kept = (storage().getItem(keyOf(roundId)) ?? '').split(',').map(Number)
    const isWhole = kept.length <= SITTING && new Set(kept).size === kept.length
    return isWhole && kept.every((number) => hung.has(number)) ? kept : null
  } catch {
    return null
  }
}
