import { connectorsForWallets } from '@rainbow-me/rainbowkit'
import { injectedWallet, walletConnectWallet } from '@rainbow-me/rainbowkit/wallets'
import { type Config, type CreateConnectorFn, createConfig, custom, http } from 'wagmi'
import { WELL_KNOWN_CHAINS } from '#lib/protocol/well-known-chains.ts'
import * as text from '#messages/wallet/wallet-config.ts'
import { viemChain, type WalletChain } from './wallet-chain.ts'

let held: { chainId: number; config: Config } | undefined

/** One configuration a page: a second one would find the first still reconnecting, and forget the account. */
export function walletConfig(chain: WalletChain, more: readonly CreateConnectorFn[]): Config {
  if (held?.chainId !== chain.id) held = { chainId: chain.id, config: makeConfig(chain, more) }
  return held.config
}

/** The chains that a wallet may stand on while it signs a ballot are known by name alone: nothing is asked there. */
const silent = custom({ request: async () => Promise.reject(new Error('nothing is read on this chain')) })

/** Reads and sends go through this origin's /rpc, so that the page's policy can stay 'self'. */
function makeConfig(chain: WalletChain, more: readonly CreateConnectorFn[]): Config {
  const rpcUrl = new URL('/rpc', window.location.origin).href
  const projectId = chain.walletConnectProjectId
  const wallets = projectId ? [injectedWallet, walletConnectWallet] : [injectedWallet]
  const connectors = connectorsForWallets([{ groupName: text.wallets, wallets }], {
    appName: 'Verso',
    projectId: projectId ?? 'not-configured',
  })
  const others = WELL_KNOWN_CHAINS.filter(({ id }) => id !== chain.id)
  return createConfig({
    chains: [
      viemChain(chain, rpcUrl),
      ...others.map((other) => viemChain({ ...other, explorer: null }, rpcUrl)),
    ],
    connectors: [...connectors, ...more],
    transports: { ...Object.fromEntries(others.map(({ id }) => [id, silent])), [chain.id]: http(rpcUrl) },
    pollingInterval: 1_000,
    ssr: false,
  })
}
