import {
  type Account,
  bytesToHex,
  type Chain,
  createPublicClient,
  createWalletClient,
  type Hex,
  hexToBytes,
  http,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { signNatively } from '#lib/protocol/crypto/native.ts'
import { type Env, env, LOCAL_CHAIN_ID } from './env.ts'
import { AppError } from './errors.ts'

export function homeChain(source: Env): Chain {
  return {
    id: source.CHAIN_ID,
    name: source.CHAIN_NAME,
    nativeCurrency: { name: source.CHAIN_CURRENCY, symbol: source.CHAIN_CURRENCY, decimals: 18 },
    rpcUrls: { default: { http: [source.CHAIN_RPC_URL] } },
  }
}

export function openChain(source: Env): PublicClient<Transport, Chain> {
  return createPublicClient({
    chain: homeChain(source),
    transport: http(source.CHAIN_RPC_URL, { timeout: 15_000, retryCount: 2 }),
    pollingInterval: source.CHAIN_ID === LOCAL_CHAIN_ID ? 100 : 4_000,
  })
}

const held = globalThis as { versoChain?: PublicClient<Transport, Chain> }

/** Reads of the home chain; one client a process. Multicalls are `deployless`: no chain has to hold a helper. */
export function chain(): PublicClient<Transport, Chain> {
  held.versoChain ??= openChain(env())
  return held.versoChain
}

type Clients = Map<number, PublicClient>
const others = globalThis as { versoOtherChains?: Clients }

/** Reads of another chain than the home chain: only its id and its RPC are known. */
export function openOtherChain(id: number, url: string): PublicClient {
  const nativeCurrency = { name: 'Ether', symbol: 'ETH', decimals: 18 }
  const known = { id, name: `Chain ${id}`, nativeCurrency, rpcUrls: { default: { http: [url] } } }
  return createPublicClient({
    chain: known,
    transport: http(url, { timeout: 15_000, retryCount: 2 }),
  })
}

/** Reads of a chain by its id, one client a process; null for a chain that this instance has no RPC for. */
export function clientFor(chainId: number): PublicClient | null {
  const source = env()
  if (chainId === source.CHAIN_ID) return chain()
  const url = source.CHAIN_RPC_URLS?.get(chainId)
  if (url === undefined) return null
  others.versoOtherChains ??= new Map()
  const client = others.versoOtherChains.get(chainId) ?? openOtherChain(chainId, url)
  others.versoOtherChains.set(chainId, client)
  return client
}

/** Every chain with an RPC here, the home chain first. */
export function chainIds(source: Env = env()): number[] {
  return [...new Set([source.CHAIN_ID, ...(source.CHAIN_RPC_URLS?.keys() ?? [])])]
}

/** The key's account; heads and refusals, which thousands wait for, it signs by libsecp256k1 where that is there. */
function accountOf(key: Hex): PrivateKeyAccount {
  const account = privateKeyToAccount(key)
  const bytes = hexToBytes(key)
  return {
    ...account,
    async sign({ hash }) {
      const signature = await signNatively(hexToBytes(hash), bytes)
      return signature ? bytesToHex(signature) : account.sign({ hash })
    },
  }
}

let lastOperator: { key: string; account: PrivateKeyAccount } | undefined

/** The operator's account: signs heads and refusals. @throws AppError unavailable when no key is set */
export function operatorAccount(source: Env = env()): PrivateKeyAccount {
  const key = source.OPERATOR_PRIVATE_KEY
  if (!key) throw new AppError('unavailable', { detail: 'OPERATOR_PRIVATE_KEY is not set' })
  // Its address is asked for with every ballot, and takes a third of a millisecond to derive.
  if (lastOperator?.key !== key) lastOperator = { key, account: accountOf(key as Hex) }
  return lastOperator.account
}

/** The operator's wallet: pays anchorHead and nothing else. */
export function operatorWallet(source: Env = env()): WalletClient<Transport, Chain, Account> {
  return createWalletClient({
    account: operatorAccount(source),
    chain: homeChain(source),
    transport: http(source.CHAIN_RPC_URL, { timeout: 15_000 }),
  })
}

export const isLocalChain = (source: Env = env()): boolean => source.CHAIN_ID === LOCAL_CHAIN_ID
