import type { PairQueueSeed } from '#lib/protocol/pair-queue.ts'

/** What the Duel knows of a round that is judged by pairs and open for votes. */
export type DuelRound = Omit<PairQueueSeed, 'voter'> & {
  slug: string
  title: string
  brief: string
  /** Most duels on a ballot. */
  most: number
  opensAt: number
  closesAt: number
  /** The instance's clock when the page was made. */
  now: number
  state: 'open'
}
