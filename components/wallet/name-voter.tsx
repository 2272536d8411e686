'use client'

import { useConnectModal } from '@rainbow-me/rainbowkit'
import { useEffect, useRef } from 'react'
import type { Address } from '#lib/protocol/primitives.ts'
import * as text from '#messages/wallet/name-voter.ts'
import { ConnectButton, useWalletAccount } from './account.tsx'
import type { WalletChain } from './wallet-chain.ts'
import { WalletIsland } from './wallet-island.tsx'

type NameVoterProps = { chain: WalletChain; roundId: string; onVoter: (address: Address) => void }

/** Whoever came here has pressed "Connect" already: the wallet is asked at once, and only for its address. */
function AskWallet({ chain, onVoter }: Omit<NameVoterProps, 'roundId'>) {
  const account = useWalletAccount(chain)
  const { openConnectModal } = useConnectModal()
  const asked = useRef(false)
  const address = account.kind === 'ready' || account.kind === 'wrong-network' ? account.address : null
  useEffect(() => {
    if (address) onVoter(address)
  }, [address, onVoter])
  useEffect(() => {
    if (account.kind !== 'none' || !openConnectModal || asked.current) return
    asked.current = true
    openConnectModal()
  }, [account.kind, openConnectModal])
  return <ConnectButton>{text.connect}</ConnectButton>
}

/** The wallet where only its address is wanted: nothing is signed, and it may stand on any network. */
export function NameVoter({ chain, roundId, onVoter }: NameVoterProps) {
  return (
    <WalletIsland chain={chain} round={roundId} wants="curator" staysOnItsChain>
      <AskWallet chain={chain} onVoter={onVoter} />
    </WalletIsland>
  )
}
