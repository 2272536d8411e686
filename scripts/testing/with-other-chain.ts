import { type Abi, createPublicClient, createWalletClient, type Hex, http } from 'viem'
import { anvil } from 'viem/chains'
import { startChain } from '#scripts/chain.ts'
import { accountOf, type Instance } from './with-instance.ts'

type Deployed = { abi: Abi; bytecode: Hex; args: readonly unknown[] }

/** A second local chain beside an instance's own; the instance's services have an RPC for it from now on. */
export async function withOtherChain(instance: Instance, chainId: number) {
  const control = await startChain({ chainId, now: await instance.now() })
  const chain = { ...anvil, id: chainId }
  const transport = http(control.url, { retryCount: 0 })
  const client = createPublicClient({ chain, transport, pollingInterval: 20, cacheTime: 0 })
  const { services } = instance
  const { clientFor } = services
  services.clientFor = (id) => (id === chainId ? client : clientFor(id))
  services.chainIds = [...services.chainIds, chainId]
  const walletFor = (name: string) =>
    createWalletClient({ chain, transport, account: accountOf(name), pollingInterval: 20 })
  const mined = async (hash: Hex) => {
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw new Error(`transaction ${hash} was reverted`)
    return receipt
  }
  await control.fund(accountOf('director').address, '100')
  return {
    client,
    control,
    walletFor,
    mined,
    async deploy(deployed: Deployed): Promise<Hex> {
      const { contractAddress } = await mined(await walletFor('director').deployContract(deployed))
      return (contractAddress ?? '0x').toLowerCase() as Hex
    },
    async send(address: Hex, abi: Abi, functionName: string, args: readonly unknown[], from = 'director') {
      await mined(await walletFor(from).writeContract({ address, abi, functionName, args }))
    },
    stop: () => control.stop(),
  }
}
