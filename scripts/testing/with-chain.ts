import { createPublicClient, createWalletClient, type Hex, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { anvil } from 'viem/chains'
import { type RunningChain, startChain } from '#scripts/chain.ts'

/** A local chain of its own; blocks come with transactions unless `blockTimeSeconds` is given. */
export async function withChain(options: { now?: number; chainId?: number; blockTimeSeconds?: number } = {}) {
  const chain: RunningChain = await startChain(options)
  const client = createPublicClient({
    chain: anvil,
    transport: http(chain.url),
    pollingInterval: 20,
    cacheTime: 0,
  })
  const walletOf = (key: Hex) =>
    createWalletClient({ chain: anvil, transport: http(chain.url), account: privateKeyToAccount(key) })
  return { chain, client, walletOf, stop: () => chain.stop() }
}
