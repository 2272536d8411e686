'use client'

import dynamic from 'next/dynamic'

/** The wallet's code is fetched only where this is rendered, and never on the server. */
export const WalletIsland = dynamic(
  () => import('./wallet-provider.tsx').then((module) => module.WalletProvider),
  {
    ssr: false,
    loading: () => <p className="text-13 text-second">Fetching the wallet …</p>,
  },
)
