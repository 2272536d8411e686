import { type Chain, getAddress, SwitchChainError, UserRejectedRequestError } from 'viem'
import { createConnector } from 'wagmi'
import { keepBorrowed, readBorrowed, watchBorrowed } from './borrowed-role.ts'
import type { BorrowedWallet, borrowedWallet } from './borrowed-wallet.ts'
import type { LocalProvider } from './local-provider.ts'

export const BORROW_CONNECTOR = 'borrowed'

/** A wallet connector like any other, for whoever this browser has borrowed; borrowing another one changes account. */
export function borrowConnector(chain: Chain) {
  return createConnector<LocalProvider>((config) => {
    let make: typeof borrowedWallet | undefined
    let made: { role: string; wallet: BorrowedWallet } | undefined
    let unwatch: (() => void) | undefined

    /** Keys and signing are fetched once somebody is borrowed; from then on an account changes at once. */
    async function fetched(): Promise<void> {
      make ??= (await import('./borrowed-wallet.ts')).borrowedWallet
    }
    function current(): BorrowedWallet {
      const borrowed = readBorrowed()
      if (!borrowed || !make) throw new UserRejectedRequestError(new Error('nobody is borrowed'))
      const { role } = borrowed
      if (made?.role !== role) made = { role, wallet: make(role, chain) }
      return made.wallet
    }
    const accounts = () => [getAddress(current().address)] as const

    return {
      id: BORROW_CONNECTOR,
      name: 'Borrow an identity',
      type: BORROW_CONNECTOR,
      async connect<withCapabilities extends boolean = false>(
        options: { withCapabilities?: withCapabilities | boolean } = {},
      ) {
        await fetched()
        const [address] = accounts()
        unwatch ??= watchBorrowed(() => {
          if (readBorrowed()) config.emitter.emit('change', { accounts: accounts() })
          else this.onDisconnect()
        })
        const answered = options.withCapabilities ? [{ address, capabilities: {} }] : [address]
        return { accounts: answered as never, chainId: chain.id }
      },
      async disconnect() {
        unwatch?.()
        unwatch = undefined
        if (readBorrowed()) keepBorrowed(null)
      },
      async getAccounts() {
        await fetched()
        return accounts()
      },
      getChainId: async () => chain.id,
      async getProvider() {
        await fetched()
        return current().provider
      },
      isAuthorized: async () => readBorrowed() !== null,
      async switchChain({ chainId }) {
        if (chainId === chain.id) return chain
        throw new SwitchChainError(new Error(`a borrowed identity lives on chain ${chain.id} only`))
      },
      onAccountsChanged: () => {},
      onChainChanged: () => {},
      onDisconnect() {
        unwatch?.()
        unwatch = undefined
        config.emitter.emit('disconnect')
      },
    }
  })
}
