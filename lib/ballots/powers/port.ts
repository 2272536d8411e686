import type { Hex, PublicClient } from 'viem'
import type { Allowlist } from '#lib/protocol/allowlist.ts'
import type { BlockRecord } from '#lib/protocol/power.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { TokenStrategy } from '#lib/protocol/strategy.ts'

/** A moment at which votes count: the greatest block with a time ≤ `at` (Unix seconds). */
export type Snapshot = { at: number; block: BlockRecord }

export type Reading = {
  client: PublicClient
  strategy: TokenStrategy
  snapshot: Snapshot
}

/** Where powers are read from. */
export type PowerSources = {
  /** Null for a chain that this instance has no RPC for. */
  clientFor(chainId: number): PublicClient | null
  /** Every chain with an RPC here, the home chain first. */
  chainIds: readonly number[]
  /** Null for a list that this instance does not have. */
  allowlist(root: Bytes32): Promise<Allowlist | null>
}

/** What an account has of a token now, and why that gave nothing at the snapshot. */
export type Today = { held: bigint; reason: 'not-delegated' | 'bought-later' | 'no-tokens' }

/** Events of a token by their topics, and where in them an account stands that may have got some. */
export type Traces = readonly { topic: Hex; account: 1 | 2 | 3 }[]

/** How one strategy asks its token. A failed call throws; it is never zero. */
export interface StrategyReader {
  /** The argument of getPastVotes, or null where the token is read at the snapshot block. */
  timepoint(reading: Reading): Promise<string | null>
  /** The token's answers in its smallest unit, in the order of the accounts. */
  amounts(reading: Reading, timepoint: string | null, accounts: Address[]): Promise<bigint[]>
  /** Called only for accounts whose amount at the snapshot is zero. */
  today(reading: Omit<Reading, 'snapshot'>, accounts: Address[]): Promise<Today[]>
  /** The events that name whoever may have some of the token. */
  traces: Traces
}
