import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'

/** What the receipt's page knows of its round; nothing of it is secret. */
export type ReceiptFacts = {
  slug: string
  title: string
  roundId: Bytes32
  rules: Rules
  /** Who may have signed heads of this round, the present one first. */
  operators: readonly Address[]
  /** The highest head on chain when the page was made. */
  anchored: { size: number; block: number } | null
  /** The instance's clock when the page was made, Unix seconds. */
  now: number
}
