'use client'

import { useMemo } from 'react'
import type { NamedWork } from '#components/voting/drafts/draft-rows.ts'
import { useKeepRecord } from '#components/voting/drafts/use-keeping.ts'
import type { BallotRound } from '#components/wallet/ballot-round.ts'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { DraftFiles } from './draft-files.tsx'
import { KeptHere } from './kept-here.tsx'
import { KeptThere } from './kept-there.tsx'

export type DraftDeskProps = {
  round: Pick<BallotRound, 'roundId' | 'slug' | 'title' | 'method'>
  works: readonly NamedWork[]
  chain: WalletChain
  /** Whose duels they are. */
  voter: Address | null
  isOpen: boolean
}

/** Where a draft is kept, and its ways to another device: by this instance, or as a file. */
export function DraftDesk({ round, works, chain, voter, isOpen }: DraftDeskProps) {
  const { agreed, isForgotten = false } = useKeepRecord(round.roundId)
  const titles = useMemo(() => new Map(works.map(({ number, title }) => [number, title])), [works])
  const place = { roundId: round.roundId, chain, isOpen }
  return (
    <>
      {agreed ? (
        <KeptThere key={agreed.address} {...place} agreed={agreed} titles={titles} />
      ) : (
        <KeptHere {...place} isForgotten={isForgotten} />
      )}
      {isOpen && <DraftFiles round={round} works={works} titles={titles} voter={voter} />}
    </>
  )
}
