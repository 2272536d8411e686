'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'
import * as text from '#messages/studio/desk-door.ts'

function Refresh({ address, fetching }: { address: string; fetching: string }) {
  const router = useRouter()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another account has another desk
  useEffect(() => router.refresh(), [router, address])
  return <p className="text-13 text-second">{fetching}</p>
}

type DoorProps = {
  chain: WalletChain
  /** What one signs in for. */
  why?: string
  fetching?: string
}

/** Where a page of one's own asks who is here. */
export function DeskDoor({ chain, why = text.why, fetching = text.fetching }: DoorProps) {
  return (
    <div className="max-w-label">
      <WalletIsland chain={chain}>
        <SignedIn chain={chain} kept={text.kept} why={why}>
          {(address) => <Refresh address={address} fetching={fetching} />}
        </SignedIn>
      </WalletIsland>
    </div>
  )
}
