'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'

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
export function DeskDoor({
  chain,
  why = 'The desk shows what your account may do.',
  fetching = 'Fetching your desk …',
}: DoorProps) {
  return (
    <div className="max-w-label">
      <WalletIsland chain={chain}>
        <SignedIn chain={chain} kept="Nothing is lost." why={why}>
          {(address) => <Refresh address={address} fetching={fetching} />}
        </SignedIn>
      </WalletIsland>
    </div>
  )
}
