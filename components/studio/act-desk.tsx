'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import type { Address, Hex } from 'viem'
import { type Confirmed, TransactionPanel } from '#components/wallet/transaction-panel.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'
import * as text from '#messages/studio/act-desk.ts'

export type ChainAct = {
  /** Words of the red button. */
  act: string
  to: Address
  data: Hex
  signer: { role: 'director' | 'account'; address: Address | null }
}

/** One act on chain on the desk: afterwards the server reads the transaction and the page shows the new state. */
export function ActDesk({ chain, roundId, act }: { chain: WalletChain; roundId: string; act: ChainAct }) {
  const router = useRouter()
  const [waiting, setWaiting] = useState(false)
  const onConfirmed = useCallback(
    async ({ hash }: Confirmed) => {
      setWaiting(true)
      await fetch(`/api/v1/rounds/${roundId}/sync?tx=${hash}`, { method: 'POST' })
      router.refresh()
    },
    [roundId, router],
  )
  return (
    <WalletIsland chain={chain} round={roundId}>
      <TransactionPanel
        chain={chain}
        call={{ to: act.to, data: act.data }}
        signer={act.signer}
        act={act.act}
        onConfirmed={onConfirmed}
      />
      {waiting && (
        <p role="status" className="mt-2 text-13 text-second">
          {text.reading}
        </p>
      )}
    </WalletIsland>
  )
}
