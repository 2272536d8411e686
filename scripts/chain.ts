import type { Hex } from 'viem'
import { foundry } from 'viem/chains'
import { anvilClients, startAnvil } from './anvil.ts'
import { freePort } from './free-port.ts'

export type RunningChain = {
  url: string
  port: number
  chainId: number
  /** Moves the chain's clock forward and mines a block there. */
  setTime(seconds: number): Promise<void>
  mine(): Promise<void>
  fund(address: Hex, ether: string): Promise<void>
  stop(): Promise<void>
}

type ChainOptions = {
  port?: number
  /** Another than the local chain's stands for a chain elsewhere. */
  chainId?: number
  /** Unix seconds of the first block. */
  now?: number
  /** Without it a block comes with each transaction only. */
  blockTimeSeconds?: number
}

/** Somebody may take a free port before the chain does: then it begins on another. */
async function onSomePort<T>(start: (port: number) => Promise<T>, triesLeft = 2): Promise<T> {
  try {
    return await start(await freePort())
  } catch (error) {
    if (triesLeft === 0) throw error
    return onSomePort(start, triesLeft - 1)
  }
}

/** Starts a local chain that is forgotten when it ends. */
export async function startChain(options: ChainOptions = {}): Promise<RunningChain> {
  const { now, blockTimeSeconds } = options
  const chainId = options.chainId ?? foundry.id
  const args = blockTimeSeconds ? ['--mixed-mining', '--block-time', String(blockTimeSeconds)] : []
  const startOn = async (port: number) => ({
    port,
    child: await startAnvil({ port, chainId, timestamp: now, args }),
  })
  const { port, child } = await (options.port === undefined ? onSomePort(startOn) : startOn(options.port))
  const url = `http://127.0.0.1:${port}`
  const { setTime, mine, fund } = anvilClients(url)
  return { url, port, chainId, setTime, mine, fund, stop: () => child.stop() }
}
