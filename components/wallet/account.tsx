'use client'

import { useConnectModal } from '@rainbow-me/rainbowkit'
import { useContext } from 'react'
import { useAccount, useDisconnect, useSwitchChain } from 'wagmi'
import { Button } from '#components/ui/button.tsx'
import * as text from '#messages/wallet/account.ts'
import { BorrowContext } from './borrow-context.ts'
import type { WalletChain } from './wallet-chain.ts'

export type WalletAccount =
  | { kind: 'none' }
  | { kind: 'connecting' }
  | { kind: 'wrong-network'; address: `0x${string}` }
  | { kind: 'ready'; address: `0x${string}`; chainId: number }

/**
 * The connected account as one value; addresses are lower case everywhere in Verso.
 * @param others chains on which it may stand as well, for what is only signed
 */
export function useWalletAccount(chain: WalletChain, others: readonly number[] = []): WalletAccount {
  const { address, chainId, status } = useAccount()
  if (status === 'connecting' || status === 'reconnecting') return { kind: 'connecting' }
  if (!address) return { kind: 'none' }
  const lower = address.toLowerCase() as `0x${string}`
  const isRight = chainId === chain.id || (chainId !== undefined && others.includes(chainId))
  return isRight && chainId !== undefined
    ? { kind: 'ready', address: lower, chainId }
    : { kind: 'wrong-network', address: lower }
}

export function ConnectButton({ children = text.connect }: { children?: string }) {
  const { openConnectModal } = useConnectModal()
  const borrow = useContext(BorrowContext)
  return (
    <div>
      <Button kind="main" size={44} wide onClick={() => openConnectModal?.()}>
        {children}
      </Button>
      {borrow && <borrow.Offer />}
    </div>
  )
}

export function SwitchNetwork({ chain }: { chain: WalletChain }) {
  const { switchChain, isPending } = useSwitchChain()
  return (
    <div>
      <p className="mb-2 text-15">{text.otherNetwork(chain.name)}</p>
      <Button kind="main" size={44} wide onClick={() => switchChain({ chainId: chain.id })}>
        {isPending ? text.confirmSwitch : text.switchTo(chain.name)}
      </Button>
    </div>
  )
}

/** Whether what is signed here is signed in this page, with a key that was borrowed. */
export function useIsBorrowed(): boolean {
  const { connector } = useAccount()
  const borrow = useContext(BorrowContext)
  return borrow !== null && connector?.id === borrow.connectorId
}

export function AccountLine({ address }: { address: string }) {
  const { disconnect } = useDisconnect()
  const borrow = useContext(BorrowContext)
  const isBorrowed = useIsBorrowed()
  if (borrow && isBorrowed) return <borrow.Line address={address} />
  return (
    <p className="text-13 text-second">
      {text.connectedAs}{' '}
      <span className="type-mono text-fg">{`${address.slice(0, 6)}…${address.slice(-4)}`}</span>{' '}
      <Button kind="link" onClick={() => disconnect()}>
        {text.useAnother}
      </Button>
    </p>
  )
}
