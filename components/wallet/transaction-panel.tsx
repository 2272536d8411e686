'use client'

import { useEffect } from 'react'
import type { Address } from 'viem'
import * as text from '#messages/wallet/transaction-panel.ts'
import { AccountLine, ConnectButton, SwitchNetwork, useWalletAccount } from './account.tsx'
import { TransactionStage } from './transaction-stage.tsx'
import { type PlannedCall, type TransactionState, useTransaction } from './use-transaction.ts'
import type { WalletChain } from './wallet-chain.ts'

export type Confirmed = Extract<TransactionState, { kind: 'confirmed' }>

type TransactionPanelProps = {
  chain: WalletChain
  call: PlannedCall
  /** The account that the contract will accept, and what it is called. */
  signer: { role: 'director' | 'account'; address: Address | null }
  /** Words of the red button, e.g. "Open the round". */
  act: string
  onConfirmed: (confirmed: Confirmed) => void
}

/** One act on chain, from the person's own wallet; the same frame for every one of them. */
export function TransactionPanel({ chain, call, signer, act, onConfirmed }: TransactionPanelProps) {
  const account = useWalletAccount(chain)
  const fits = account.kind === 'ready' && (signer.address === null || account.address === signer.address)
  const from = fits ? account.address : null
  const { state, simulate, send, reset } = useTransaction(chain.id, call, from)

  useEffect(() => {
    if (from && state.kind === 'planned') simulate()
  }, [from, state.kind, simulate])

  useEffect(() => {
    if (state.kind === 'confirmed') onConfirmed(state)
  }, [state, onConfirmed])

  if (account.kind === 'none' || account.kind === 'connecting') return <ConnectButton />
  if (account.kind === 'wrong-network') return <SwitchNetwork chain={chain} />
  if (!fits)
    return (
      <div>
        <p className="text-15">
          {text.only[signer.role]} <span className="type-mono break-all">{signer.address}</span>.
        </p>
        <AccountLine address={account.address} />
      </div>
    )
  return (
    <TransactionStage
      state={state}
      act={act}
      explorer={chain.explorer}
      account={<AccountLine address={account.address} />}
      onSend={send}
      onBack={reset}
    />
  )
}
