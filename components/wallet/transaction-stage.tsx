'use client'

import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import * as text from '#messages/wallet/transaction-stage.tsx'
import type { TransactionState } from './use-transaction.ts'
import { WalletFailed, WalletOpen } from './wallet-stage.tsx'

type StageProps = {
  state: TransactionState
  /** Words of the red button. */
  act: string
  explorer: string | null
  /** As whom it is sent. */
  account: ReactNode
  onSend: () => void
  onBack: () => void
}

function Sent({
  hash,
  replaced,
  explorer,
}: Pick<StageProps, 'explorer'> & { hash: string; replaced: boolean }) {
  return (
    <div role="status" className="border border-fg p-4">
      <h3 className="font-figure text-18">{replaced ? text.replaced : text.sent}</h3>
      <p className="mt-1 text-15">{text.waiting}</p>
      <p className="type-mono mt-2 break-all">
        {explorer ? (
          <a className="link" href={`${explorer}/tx/${hash}`}>
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
  if (state.kind !== 'costed') return <p className="text-13 text-second">{text.rehearsing}</p>
  return (
    <p className="text-13 text-second">
      {text.costs(
        <span className="font-figure text-fg">{text.gas(state.gas)}</span>,
        <span className="font-figure text-fg">{text.coin(state.cost)}</span>,
      )}
    </p>
  )
}

/** How far one act on chain has come: rehearsed, in the wallet, sent, in a block, or why not. */
export function TransactionStage({ state, act, explorer, account, onSend, onBack }: StageProps) {
  if (state.kind === 'failed')
    return <WalletFailed failure={state.failure} kept={text.unchanged} onBack={onBack} />
  if (state.kind === 'wallet-open') return <WalletOpen doing={text.walletShows(act)} onCancel={onBack} />
  if (state.kind === 'submitted')
    return <Sent hash={state.hash} replaced={state.replaced} explorer={explorer} />
  if (state.kind === 'confirmed')
    return (
      <p role="status" className="text-15">
        {text.confirmed(<span className="type-mono">{state.block.toString()}</span>, text.gas(state.gasUsed))}
      </p>
    )
  return (
    <div className="grid gap-2">
      <Button kind="act" size={52} dot="candidate" wide disabled={state.kind !== 'costed'} onClick={onSend}>
        {act}
      </Button>
      <Cost state={state} />
      {account}
    </div>
  )
}
