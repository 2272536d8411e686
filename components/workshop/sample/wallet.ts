import type { WalletChain } from '#components/wallet/wallet-chain.ts'

export const CHAIN: WalletChain = {
  id: 31_337,
  name: 'Local chain',
  currency: 'ETH',
  explorer: null,
  walletConnectProjectId: null,
}
