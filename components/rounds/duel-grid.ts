import type { CountDetail } from '#lib/protocol/result.ts'

export type PairwiseCount = Extract<CountDetail, { kind: 'pairwise' }>

/** How the row's work did against the column's. */
export type DuelCell = { against: number; won: number; lost: number; tied: number; share: number | null }

export type DuelRow = { number: number; cells: readonly DuelCell[] }

function cellOf(against: number, won: number, lost: number, tied: number): DuelCell {
  const duels = won + lost + tied
  return { against, won, lost, tied, share: duels === 0 ? null : (won + tied / 2) / duels }
}

/** The duels of works with one another, in the order given; `share` counts a tie as half. */
export function duelGrid({ pairs }: PairwiseCount, numbers: readonly number[]): DuelRow[] {
  const byPair = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]))
  return numbers.map((number) => ({
    number,
    cells: numbers.map((against) => {
      const forward = byPair.get(`${number} ${against}`)
      if (forward) return cellOf(against, forward.wonByA, forward.wonByB, forward.tied)
      const backward = byPair.get(`${against} ${number}`)
      if (backward) return cellOf(against, backward.wonByB, backward.wonByA, backward.tied)
      return cellOf(against, 0, 0, 0)
    }),
  }))
}
