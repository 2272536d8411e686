import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { createPublicClient, createTestClient, type Hex, http, parseEther } from 'viem'
import { anvil, foundry } from 'viem/chains'
import { startChild } from './child.ts'
import { NamedFailure } from './failure.ts'
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
  chainId?: number
  /** Kept there every few seconds and at the end, with past states. */
  stateFile?: string
  /** Unix seconds of the first block, and of "now" after a restart. */
  now?: number
  /** Without it a block comes with each transaction only. */
  blockTimeSeconds?: number
  logFile?: string
}

function anvilArguments(options: ChainOptions, port: number, chainId: number): string[] {
  const args = ['--port', String(port), '--chain-id', String(chainId), '--silent', '--order', 'fifo']
  if (options.blockTimeSeconds) args.push('--mixed-mining', '--block-time', String(options.blockTimeSeconds))
  if (options.now !== undefined) args.push('--timestamp', String(options.now))
  if (options.stateFile) {
    mkdirSync(dirname(resolve(options.stateFile)), { recursive: true })
    args.push('--state', resolve(options.stateFile), '--preserve-historical-states', '--state-interval', '5')
  }
  return args
}

/** Starts the local chain; after a restart its clock goes on from `now`, never below its last block. */
export async function startChain(options: ChainOptions = {}): Promise<RunningChain> {
  const port = options.port ?? (await freePort())
  const chainId = options.chainId ?? foundry.id
  const url = `http://127.0.0.1:${port}`
  const child = startChild(resolve('node_modules/.bin/anvil'), anvilArguments(options, port, chainId), {
    ...(options.logFile && { logFile: options.logFile }),
  })
  const transport = http(url, { retryCount: 0 })
  const reader = createPublicClient({ chain: anvil, transport })
  const control = createTestClient({ chain: anvil, mode: 'anvil', transport })
  let ended = false
  child.exited.then(() => {
    ended = true
  })
  for (let tries = 0; ; tries += 1) {
    if (ended || tries > 300) {
      await child.stop()
      throw new NamedFailure(
        `The local chain did not start on port ${port}.`,
        'Free the port, or delete the chain folder in VERSO_DATA with --reset.',
      )
    }
    if (
      await reader.getChainId().then(
        () => true,
        () => false,
      )
    )
      break
    await new Promise((wait) => setTimeout(wait, 50))
  }
  const setTime = async (seconds: number) => {
    const latest = await reader.getBlock({ blockTag: 'latest' })
    const next = BigInt(seconds) > latest.timestamp ? BigInt(seconds) : latest.timestamp + 1n
    await control.setNextBlockTimestamp({ timestamp: next })
    await control.mine({ blocks: 1 })
  }
  if (options.now !== undefined) {
    const latest = await reader.getBlock({ blockTag: 'latest' })
    if (latest.number > 0n) await setTime(options.now)
  }
  return {
    url,
    port,
    chainId,
    setTime,
    mine: () => control.mine({ blocks: 1 }),
    fund: (address, ether) => control.setBalance({ address, value: parseEther(ether) }),
    stop: () => child.stop(),
  }
}
