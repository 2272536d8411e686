'use client'

import '@rainbow-me/rainbowkit/styles.css'
import { lightTheme, RainbowKitProvider, type Theme } from '@rainbow-me/rainbowkit'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { type CreateConnectorFn, WagmiProvider } from 'wagmi'
import type { IdentityKind } from '#lib/flows/borrow/schema.ts'
import { language } from '#messages/language.ts'
import { DecorativeImages } from './decorative-images.tsx'
import type { WalletChain } from './wallet-chain.ts'
import { walletConfig } from './wallet-config.ts'

const BASE = lightTheme({ borderRadius: 'none', overlayBlur: 'none' })

/** The dialog stands beside the page, but speaks in its face and its colours. */
const THEME: Theme = {
  ...BASE,
  fonts: { body: 'var(--face-archivo), Arial, sans-serif' },
  colors: {
    ...BASE.colors,
    accentColor: 'var(--fg)',
    accentColorForeground: 'var(--on)',
    modalBackground: 'var(--raise)',
    modalBorder: 'var(--fg)',
    modalText: 'var(--fg)',
    modalTextSecondary: 'var(--second)',
    modalTextDim: 'var(--second)',
    menuItemBackground: 'var(--press)',
    closeButton: 'var(--fg)',
    closeButtonBackground: 'var(--press)',
    generalBorder: 'var(--line)',
    generalBorderDim: 'var(--line)',
  },
  shadows: { ...BASE.shadows, dialog: 'none', walletLogo: 'none', selectedWallet: 'none' },
}

export type WalletIslandProps = {
  chain: WalletChain
  /** The round whose votes are at stake where this stands, if there is one. */
  round?: string
  /** Whose act it is. */
  wants?: IdentityKind
  /** A wallet that stands on any chain it knows may stay there: what is done here is only signed. */
  staysOnItsChain?: boolean
  children: ReactNode
}

type WalletProviderProps = WalletIslandProps & { more?: readonly CreateConnectorFn[] }

/** Everything below may ask for a wallet. Only loaded on pages where an act is signed. */
export function WalletProvider({ chain, more = [], staysOnItsChain = false, children }: WalletProviderProps) {
  const [config] = useState(() => walletConfig(chain, more))
  const [queries] = useState(() => new QueryClient())
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queries}>
        <RainbowKitProvider
          theme={THEME}
          modalSize="compact"
          locale={language}
          initialChain={staysOnItsChain ? undefined : chain.id}
        >
          <DecorativeImages />
          {children}
        </RainbowKitProvider>
      </QueryClientProvider>
    </WagmiProvider>
  )
}
