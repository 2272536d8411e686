'use client'

import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import * as text from '#messages/wallet/signed-in.ts'
import { AccountLine, ConnectButton, SwitchNetwork, useWalletAccount } from './account.tsx'
import { useSignIn } from './sign-in.ts'
import type { WalletChain } from './wallet-chain.ts'
import { WalletFailed, WalletOpen } from './wallet-stage.tsx'

type SignedInProps = {
  chain: WalletChain
  /** What is kept while the wallet is asked: "Your brief is kept." */
  kept: string
  why: string
  children: (address: `0x${string}`) => ReactNode
}

/** Connect, the right network, signed in; then what only a known account may do. */
export function SignedIn({ chain, kept, why, children }: SignedInProps) {
  const account = useWalletAccount(chain)
  const address = account.kind === 'ready' ? account.address : null
  const { state, signIn, reset } = useSignIn(address, chain.id)
  if (account.kind === 'none' || account.kind === 'connecting')
    return (
      <div className="grid gap-2">
        <ConnectButton />
        <p className="text-13 text-second">{why}</p>
      </div>
    )
  if (account.kind === 'wrong-network') return <SwitchNetwork chain={chain} />
  if (state.kind === 'in') return children(account.address)
  if (state.kind === 'unknown') return <p className="text-13 text-second">{text.looking}</p>
  if (state.kind === 'wallet-open') return <WalletOpen doing={text.walletShows} onCancel={reset} />
  if (state.kind === 'failed') return <WalletFailed failure={state.failure} kept={kept} onBack={reset} />
  return (
    <div className="grid gap-2">
      <Button kind="main" size={44} wide onClick={signIn}>
        {text.signIn}
      </Button>
      <p className="text-13 text-second">
        {why} {text.free}
      </p>
      <AccountLine address={account.address} />
    </div>
  )
}
