import type { Bytes32 } from '#lib/protocol/primitives.ts'

/** What the Light Table knows of a round. */
export type TableRound = {
  slug: string
  title: string
  roundId: Bytes32
  /** How many works hang; their numbers are 1 to this. */
  count: number
  maxChoices: number
  opensAt: number
  closesAt: number
  /** The instance's clock when the page was made. */
  now: number
  /** Only an open round is judged; before and after it one looks. */
  state: 'early' | 'open' | 'closed'
}
