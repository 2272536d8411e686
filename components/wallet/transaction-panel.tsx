'use client'

import { useEffect } from 'react'
import type { Address } from 'viem'
import { Button } from '#components/ui/button.tsx'
import { AccountLine, ConnectButton, SwitchNetwork, useWalletAccount } from './account.tsx'
import { type PlannedCall, type TransactionState, useTransaction } from './use-transaction.ts'
import type { WalletChain } from './wallet-chain.ts'
import { WalletFailed, WalletOpen } from './wallet-stage.tsx'

export type Confirmed = Extract<TransactionState, { kind: 'confirmed' }>

type TransactionPanelProps = {
  chain: WalletChain
  call: PlannedCall
  /** The account that the contract will accept, and what it is called. */
  signer: { role: string; address: Address | null }
  /** Words of the red button, e.g. "Open the round". */
  act: string
  onConfirmed: (confirmed: Confirmed) => void
}

function Sent({ hash, replaced, chain }: { hash: string; replaced: boolean; chain: WalletChain }) {
  return (
    <div role="status" className="border border-fg p-4">
      <h3 className="font-figure text-18">{replaced ? 'Replaced in your wallet' : 'Sent'}</h3>
      <p className="mt-1 text-15">Waiting for a block.</p>
      <p className="type-mono mt-2 break-all">
        {chain.explorer ? (
          <a className="link" href={`${chain.explorer}/tx/${hash}`}>
            {hash}
          </a>
        ) : (
          hash
        )}
      </p>
    </div>
  )
}

function Cost({ state }: { state: TransactionState }) {
  if (state.kind !== 'costed') return <p className="text-13 text-second">Rehearsing it against the chain …</p>
  return (
    <p className="text-13 text-second">
      Rehearsed: it will pass. About{' '}
      <span className="font-figure text-fg">{state.gas.toLocaleString('en')}</span> gas, at most{' '}
      <span className="font-figure text-fg">{Number(state.cost).toPrecision(3)}</span> in coin. Your wallet
      pays it.
    </p>
  )
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
          Only the {signer.role} can do this: <span className="type-mono break-all">{signer.address}</span>.
        </p>
        <AccountLine address={account.address} />
      </div>
    )
  if (state.kind === 'failed')
    return <WalletFailed failure={state.failure} kept="Nothing was changed." onBack={reset} />
  if (state.kind === 'wallet-open')
    return <WalletOpen doing={`It shows one transaction: ${act}.`} onCancel={reset} />
  if (state.kind === 'submitted') return <Sent hash={state.hash} replaced={state.replaced} chain={chain} />
  if (state.kind === 'confirmed')
    return (
      <p role="status" className="text-15">
        Confirmed in block <span className="type-mono">{state.block.toString()}</span>,{' '}
        {state.gasUsed.toLocaleString('en')} gas.
      </p>
    )
  return (
    <div className="grid gap-2">
      <Button kind="act" size={52} dot="candidate" wide disabled={state.kind !== 'costed'} onClick={send}>
        {act}
      </Button>
      <Cost state={state} />
      <AccountLine address={account.address} />
    </div>
  )
}
