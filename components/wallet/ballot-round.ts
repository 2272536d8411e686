import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'

/** What the ballot page knows of its round. */
export type BallotRound = Pick<Rules, 'chainId' | 'signingChains' | 'collection' | 'method' | 'limits'> & {
  slug: string
  title: string
  roundId: Bytes32
  candidateRoot: Bytes32
  candidateCount: number
  /** Hash of the block of the opening: queues of duels are drawn from it. */
  openingBlock: Bytes32 | null
  opensAt: number
  closesAt: number
  /** The instance's clock when the page was made. */
  now: number
}

/** Stands for the voter until one is connected. */
export const NOBODY: Address = `0x${'0'.repeat(40)}`
