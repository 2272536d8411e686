import { type Chain, getAddress, SwitchChainError, UserRejectedRequestError } from 'viem'
import { createConnector } from 'wagmi'
import { keepBorrowed, readBorrowed, watchBorrowed } from './borrowed-role.ts'
import type { BorrowedWallet } from './borrowed-wallet.ts'
import type { LocalProvider } from './local-provider.ts'

export const BORROW_CONNECTOR = 'borrowed'

/** A wallet connector like any other, for whoever this browser has borrowed; borrowing another one changes account. */
export function borrowConnector(chain: Chain) {
  return createConnector<LocalProvider>((config) => {
    let made: { role: string; wallet: Promise<BorrowedWallet> } | undefined
    let unwatch: (() => void) | undefined

    async function fetchWallet(role: string): Promise<BorrowedWallet> {
      try {
        return (await import('./borrowed-wallet.ts')).borrowedWallet(role, chain)
      } catch (error) {
        made = undefined
        throw error
      }
    }
    async function current(): Promise<BorrowedWallet> {
      const borrowed = readBorrowed()
      if (!borrowed) throw new UserRejectedRequestError(new Error('nobody is borrowed'))
      const { role } = borrowed
      if (made?.role !== role) made = { role, wallet: fetchWallet(role) }
      return made.wallet
    }
    const accounts = async () => [getAddress((await current()).address)] as const

    return {
      id: BORROW_CONNECTOR,
      name: 'Borrow an identity',
      type: BORROW_CONNECTOR,
      async connect<withCapabilities extends boolean = false>(
        options: { withCapabilities?: withCapabilities | boolean } = {},
      ) {
        const [address] = await accounts()
        unwatch ??= watchBorrowed(() => {
          if (!readBorrowed()) return this.onDisconnect()
          accounts().then(
            (changed) => config.emitter.emit('change', { accounts: changed }),
            () => this.onDisconnect(),
          )
        })
        const answered = options.withCapabilities ? [{ address, capabilities: {} }] : [address]
        return { accounts: answered as never, chainId: chain.id }
      },
      async disconnect() {
        unwatch?.()
        unwatch = undefined
        if (readBorrowed()) keepBorrowed(null)
      },
      getAccounts: accounts,
      getChainId: async () => chain.id,
      getProvider: async () => (await current()).provider,
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
