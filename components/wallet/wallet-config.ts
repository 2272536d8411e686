import { connectorsForWallets } from '@rainbow-me/rainbowkit'
import { injectedWallet, walletConnectWallet } from '@rainbow-me/rainbowkit/wallets'
import { createConfig, http } from 'wagmi'
import { viemChain, type WalletChain } from './wallet-chain.ts'

/** Reads and sends go through this origin's /rpc, so that the page's policy can stay 'self'. */
export function walletConfig(chain: WalletChain) {
  const rpcUrl = new URL('/rpc', window.location.origin).href
  const projectId = chain.walletConnectProjectId
  const wallets = projectId ? [injectedWallet, walletConnectWallet] : [injectedWallet]
  const connectors = connectorsForWallets([{ groupName: 'Wallets', wallets }], {
    appName: 'Verso',
    projectId: projectId ?? 'not-configured',
  })
  return createConfig({
    chains: [viemChain(chain, rpcUrl)],
    connectors,
    transports: { [chain.id]: http(rpcUrl) },
    pollingInterval: 1_000,
    ssr: false,
  })
}
