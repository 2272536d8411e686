import { type Chain, getAddress, SwitchChainError, UserRejectedRequestError } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createConnector } from 'wagmi'
import { localKey } from '#lib/flows/borrow/schema.ts'
import { keepBorrowed, readBorrowed, watchBorrowed } from './borrowed-role.ts'
import { type LocalProvider, localProvider } from './local-provider.ts'

export const BORROW_CONNECTOR = 'borrowed'

const accountOf = (role: string) => privateKeyToAccount(localKey(role))

/** A wallet connector like any other, for whoever this browser has borrowed; borrowing another one changes account. */
export function borrowConnector(chain: Chain) {
  return createConnector<LocalProvider>((config) => {
    let made: { role: string; provider: LocalProvider } | undefined
    let unwatch: (() => void) | undefined

    function current(): { role: string; provider: LocalProvider } {
      const borrowed = readBorrowed()
      if (!borrowed) throw new UserRejectedRequestError(new Error('nobody is borrowed'))
      if (made?.role !== borrowed.role)
        made = { role: borrowed.role, provider: localProvider(accountOf(borrowed.role), chain) }
      return made
    }
    const accounts = () => [getAddress(accountOf(current().role).address)] as const

    return {
      id: BORROW_CONNECTOR,
      name: 'Borrow an identity',
      type: BORROW_CONNECTOR,
      async connect<withCapabilities extends boolean = false>(
        options: { withCapabilities?: withCapabilities | boolean } = {},
      ) {
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
      getAccounts: async () => accounts(),
      getChainId: async () => chain.id,
      getProvider: async () => current().provider,
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
