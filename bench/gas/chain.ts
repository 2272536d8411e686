import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  createTestClient,
  type Hex,
  http,
  publicActions,
  walletActions,
} from 'viem'
import { foundry } from 'viem/chains'

const anvil = path.join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'anvil')

function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const port = /Listening on [\d.]+:(\d+)/.exec(output)?.[1]
      if (port !== undefined) resolve(Number(port))
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`anvil ended with ${code}\n${output}`)))
  })
}

function clientOn(port: number) {
  return createTestClient({
    mode: 'anvil',
    chain: foundry,
    transport: http(`http://127.0.0.1:${port}`),
    pollingInterval: 10,
  })
    .extend(publicActions)
    .extend(walletActions)
}

/** A fresh local chain; every write waits for its receipt and returns the gas that was paid for. */
export async function startChain() {
  const child = spawn(anvil, ['--port', '0', '--chain-id', '31337', '--gas-limit', '60000000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const client = clientOn(await listeningPort(child))

  async function settle(hash: Hex) {
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw new Error(`transaction ${hash} reverted`)
    return receipt
  }

  return {
    client,
    accounts: await client.getAddresses(),
    async deploy(input: { abi: Abi; bytecode: Hex; args: readonly unknown[]; from: Address }) {
      const hash = await client.deployContract({ ...input, account: input.from })
      const { contractAddress, gasUsed } = await settle(hash)
      if (!contractAddress) throw new Error('no contract was created')
      return { address: contractAddress, gas: Number(gasUsed) }
    },
    async send<abi extends Abi, name extends ContractFunctionName<abi, 'nonpayable' | 'payable'>>(input: {
      address: Address
      abi: abi
      functionName: name
      args: ContractFunctionArgs<abi, 'nonpayable' | 'payable', name>
      from: Address
    }): Promise<number> {
      const { abi, functionName, args, address, from } = input
      const request = {
        abi: abi as Abi,
        functionName: functionName as string,
        args: args as readonly unknown[],
      }
      const { gasUsed } = await settle(await client.writeContract({ ...request, address, account: from }))
      return Number(gasUsed)
    },
    /** Moves the clock to `timestamp` (Unix seconds) and mines a block there. */
    async liveTo(timestamp: number): Promise<void> {
      await client.setNextBlockTimestamp({ timestamp: BigInt(timestamp) })
      await client.mine({ blocks: 1 })
    },
    stop(): void {
      child.kill('SIGTERM')
    },
  }
}

export type Chain = Awaited<ReturnType<typeof startChain>>
