'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'

function Refresh({ address }: { address: string }) {
  const router = useRouter()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another account is another desk
  useEffect(() => router.refresh(), [router, address])
  return <p className="text-13 text-second">Fetching your desk …</p>
}

/** Where the desk asks who is here. */
export function DeskDoor({ chain }: { chain: WalletChain }) {
  return (
    <div className="max-w-label">
      <WalletIsland chain={chain}>
        <SignedIn chain={chain} kept="Nothing is lost." why="The desk shows what your account may do.">
          {(address) => <Refresh address={address} />}
        </SignedIn>
      </WalletIsland>
    </div>
  )
}
