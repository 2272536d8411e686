'use client'

import '@rainbow-me/rainbowkit/styles.css'
import { lightTheme, RainbowKitProvider } from '@rainbow-me/rainbowkit'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { type CreateConnectorFn, WagmiProvider } from 'wagmi'
import type { IdentityKind } from '#lib/flows/borrow/schema.ts'
import type { WalletChain } from './wallet-chain.ts'
import { walletConfig } from './wallet-config.ts'

const THEME = lightTheme({ borderRadius: 'none', fontStack: 'system', overlayBlur: 'none' })

export type WalletIslandProps = {
  chain: WalletChain
  /** The round whose votes are at stake where this stands, if there is one. */
  round?: string
  /** Whose act it is. */
  wants?: IdentityKind
  children: ReactNode
}

type WalletProviderProps = WalletIslandProps & { more?: readonly CreateConnectorFn[] }

/** Everything below may ask for a wallet. Only loaded on pages where an act is signed. */
export function WalletProvider({ chain, more = [], children }: WalletProviderProps) {
  const [config] = useState(() => walletConfig(chain, more))
  const [queries] = useState(() => new QueryClient())
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queries}>
        <RainbowKitProvider theme={THEME} modalSize="compact" initialChain={chain.id}>
          {children}
        </RainbowKitProvider>
      </QueryClientProvider>
    </WagmiProvider>
  )
}
