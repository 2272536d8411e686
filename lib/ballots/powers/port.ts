import type { PublicClient } from 'viem'
import type { BlockRecord } from '#lib/protocol/power.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import type { Strategy } from '#lib/protocol/rules.ts'

/** The moment at which votes count: the greatest block with a time ≤ `at` (Unix seconds). */
export type Snapshot = { at: number; block: BlockRecord }

export type Reading = {
  client: PublicClient
  strategy: Strategy
  snapshot: Snapshot
}

/** Why an account has no votes from a strategy. */
export type ZeroReason = 'not-delegated' | 'bought-later' | 'no-tokens'

/** How one strategy asks its token. A failed call throws; it is never zero. */
export interface StrategyReader {
  /** The argument of getPastVotes, or null where the token is read at the snapshot block. */
  timepoint(reading: Reading): Promise<string | null>
  /** The token's answers in its smallest unit, in the order of the accounts. */
  amounts(reading: Reading, timepoint: string | null, accounts: Address[]): Promise<bigint[]>
  /** Called only for an account whose amount is zero. */
  whyZero(reading: Reading, account: Address): Promise<ZeroReason>
}
