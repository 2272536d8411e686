'use client'

import '@rainbow-me/rainbowkit/styles.css'
import { lightTheme, RainbowKitProvider } from '@rainbow-me/rainbowkit'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { WagmiProvider } from 'wagmi'
import type { WalletChain } from './wallet-chain.ts'
import { walletConfig } from './wallet-config.ts'

const THEME = lightTheme({ borderRadius: 'none', fontStack: 'system', overlayBlur: 'none' })

/** Everything below may ask for a wallet. Only loaded on pages where an act is signed. */
export function WalletProvider({ chain, children }: { chain: WalletChain; children: ReactNode }) {
  const [config] = useState(() => walletConfig(chain))
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
