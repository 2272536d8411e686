'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { shorten } from '#components/ui/shorten.ts'
import { BorrowContext, type BorrowParts } from '#components/wallet/borrow-context.ts'
import { viemChain } from '#components/wallet/wallet-chain.ts'
import { type WalletIslandProps, WalletProvider } from '#components/wallet/wallet-provider.tsx'
import * as text from '#messages/wallet/borrow/borrowing-provider.ts'
import { BORROW_CONNECTOR, borrowConnector } from './borrow-connector.ts'
import { BorrowMenu } from './borrow-menu.tsx'
import { PlaceContext } from './borrow-place.ts'
import { useBorrowed } from './borrowed-role.ts'
import { useGiveBack } from './give-back.ts'

const LOCAL_CHAIN_ID = 31337

function Offer() {
  return (
    <div className="mt-2">
      <BorrowMenu label={text.borrow} look="plain" />
    </div>
  )
}

function Line({ address }: { address: string }) {
  const borrowed = useBorrowed()
  const giveBack = useGiveBack()
  return (
    <div className="text-13 text-second">
      <p>
        {text.borrowedBefore}
        <span className="font-figure text-fg">{borrowed?.name}</span>{' '}
        <span className="type-mono text-fg">{shorten(address)}</span>
        {text.borrowedAfter}
      </p>
      <div className="mt-1 flex flex-wrap gap-x-4">
        <Button kind="link" onClick={giveBack}>
          {text.giveBack}
        </Button>
        <BorrowMenu label={text.borrowAnother} look="link" />
      </div>
    </div>
  )
}

const PARTS: BorrowParts = { connectorId: BORROW_CONNECTOR, Offer, Line }

/** The wallet of a local instance. The build knows the chain that it was made for; what runs now is asked again. */
export function BorrowingProvider(props: WalletIslandProps) {
  const { chain, round = null, wants = 'director', children } = props
  const [more] = useState(() => {
    const rpcUrl = new URL('/rpc', window.location.origin).href
    return [borrowConnector(viemChain(chain, rpcUrl))]
  })
  const [open, setOpen] = useState(false)
  if (chain.id !== LOCAL_CHAIN_ID) return <WalletProvider {...props} />
  return (
    <WalletProvider {...props} more={more}>
      <BorrowContext value={PARTS}>
        <PlaceContext value={{ round, wants, open, setOpen }}>{children}</PlaceContext>
      </BorrowContext>
    </WalletProvider>
  )
}
