import { createPublicClient, createWalletClient, http } from 'viem'
import type { Ground } from '#scripts/play/ground.ts'
import { deploySafes } from './safe.ts'
import { accountOf } from './test-accounts.ts'

/** The contracts of Safe on the chain of a ground. */
export function safesOn({ site, fund }: Pick<Ground, 'site' | 'fund'>) {
  const transport = http(site.rpcUrl)
  const client = createPublicClient({ chain: site.chain, transport, pollingInterval: 100, cacheTime: 0 })
  return deploySafes({
    client,
    walletFor: (name) => createWalletClient({ chain: site.chain, transport, account: accountOf(name) }),
    fund: (name) => fund([accountOf(name).address]),
    mined: (hash) => client.waitForTransactionReceipt({ hash }),
  })
}
