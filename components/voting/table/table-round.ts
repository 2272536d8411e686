import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { MethodId } from '#lib/protocol/rules.ts'

/** What the Light Table knows of a round. */
export type TableRound = {
  slug: string
  title: string
  roundId: Bytes32
  /** All works by number, in the order that was dealt. */
  numbers: readonly number[]
  /** Which fair order that is; null for the order of the numbers. */
  deal: string | null
  method: MethodId
  /** Most picks; null where as many as one likes may be collected. */
  maxChoices: number | null
  /** Most points for a work; null where a ballot gives none. */
  maxScore: number | null
  opensAt: number
  closesAt: number
  /** The instance's clock when the page was made. */
  now: number
  /** Only an open round is judged here; before and after it, or where it is judged by duels, one looks. */
  state: 'early' | 'open' | 'closed' | 'duels'
}
