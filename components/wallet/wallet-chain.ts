import type { Chain } from 'viem'

/** What the browser may know of the chain; RPC keys stay behind the same-origin proxy. */
export type WalletChain = {
  id: number
  name: string
  currency: string
  explorer: string | null
  /** Null: WalletConnect is not offered and makes no request. */
  walletConnectProjectId: string | null
}

export function viemChain(chain: Omit<WalletChain, 'walletConnectProjectId'>, rpcUrl: string): Chain {
  return {
    id: chain.id,
    name: chain.name,
    nativeCurrency: { name: chain.currency, symbol: chain.currency, decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
    ...(chain.explorer && { blockExplorers: { default: { name: 'Explorer', url: chain.explorer } } }),
  }
}
