import type { Address, Chain } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { localKey } from '#lib/flows/borrow/schema.ts'
import { type LocalProvider, localProvider } from './local-provider.ts'

export type BorrowedWallet = { address: Address; provider: LocalProvider }

/** The account of a role and what signs for it: fetched only once somebody is borrowed. */
export function borrowedWallet(role: string, chain: Chain): BorrowedWallet {
  const account = privateKeyToAccount(localKey(role))
  return { address: account.address, provider: localProvider(account, chain) }
}
