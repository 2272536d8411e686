import {
  type Account,
  type Chain,
  createPublicClient,
  createWalletClient,
  type Hex,
  http,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
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

let lastOperator: { key: string; account: PrivateKeyAccount } | undefined

/** The operator's account: signs heads and refusals. @throws AppError unavailable when no key is set */
export function operatorAccount(source: Env = env()): PrivateKeyAccount {
  const key = source.OPERATOR_PRIVATE_KEY
  if (!key) throw new AppError('unavailable', { detail: 'OPERATOR_PRIVATE_KEY is not set' })
  // Its address is asked for with every ballot, and takes a third of a millisecond to derive.
  if (lastOperator?.key !== key) lastOperator = { key, account: privateKeyToAccount(key as Hex) }
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
