import { type Bytes32, ZERO_BYTES32 } from './primitives.ts'
import type { Rules } from './rules.ts'

/** The rows of shares.jsonl, and what closeRound anchors about them. */
export type Shares = { rows: readonly never[]; root: Bytes32; total: string }

const NO_REWARD: Shares = { rows: [], root: ZERO_BYTES32, total: '0' }

/** Shares of a round. Without a reward there are no rows, the root is zero and the total 0. */
export function sharesOf(rules: Pick<Rules, 'reward'>): Shares {
  return { none: NO_REWARD }[rules.reward.kind]
}
