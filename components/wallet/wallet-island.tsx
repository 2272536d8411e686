'use client'

import dynamic from 'next/dynamic'
import * as text from '#messages/wallet/wallet-island.ts'
import type { WalletIslandProps } from './wallet-provider.tsx'

async function load() {
  if (process.env.NEXT_PUBLIC_LOCAL_CHAIN === 'true')
    return (await import('./borrow/borrowing-provider.tsx')).BorrowingProvider
  return (await import('./wallet-provider.tsx')).WalletProvider
}

/** The wallet's code is fetched only where this is rendered, and never on the server. */
export const WalletIsland = dynamic<WalletIslandProps>(load, {
  ssr: false,
  loading: () => <p className="text-13 text-second">{text.fetching}</p>,
})
