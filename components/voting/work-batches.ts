/** Works are read so many at a time, as they stand in their order. */
const TOGETHER = 40

/**
 * The works at places `from` to `to` (exclusive) of an order in batches, each as the text of its numbers. A batch
 * begins at the same place wherever one stands, so that going on asks for what is new alone.
 */
export function batchesOf(order: readonly number[], { from, to }: { from: number; to: number }): string[] {
  const first = Math.floor(Math.max(0, from) / TOGETHER)
  const end = Math.ceil(Math.min(order.length, to) / TOGETHER)
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => {
    const begin = (first + index) * TOGETHER
    return order.slice(begin, begin + TOGETHER).join(',')
  })
}

/** So many works ahead and behind are read before they are reached. */
const AHEAD = 40
const BEHIND = 20

/** The batches that hold the works around a place. */
export const batchesAround = (order: readonly number[], place: number): string[] =>
  batchesOf(order, { from: place - BEHIND, to: place + AHEAD })

export const numbersOf = (batch: string): number[] => batch.split(',').map(Number)
