import { existsSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { resolve } from 'node:path'
import { createPublicClient, createTestClient, type Hex, http, parseEther } from 'viem'
import { anvil } from 'viem/chains'
import { mineAt } from '#lib/platform/move-clock.ts'
import { type RunningChild, startChild } from './child.ts'
import { NamedFailure } from './failure.ts'

const START_SECONDS = 30

/** The program itself: its wrapper would end before the state is written down. */
function anvilProgram(): string {
  const system = platform() === 'win32' ? 'win32' : platform()
  const name = `@foundry-rs/anvil-${system}-${arch() === 'arm64' ? 'arm64' : 'amd64'}`
  const suffix = platform() === 'win32' ? '.exe' : ''
  const program = resolve(import.meta.dirname, '..', 'node_modules', name, 'bin', `anvil${suffix}`)
  if (existsSync(program)) return program
  throw new NamedFailure(
    `There is no local chain for this platform (${name}).`,
    'Run npm ci without --omit=optional, or set CHAIN_RPC_URL to a chain of yours.',
  )
}

/** What a local chain is read and moved by. */
export function anvilClients(url: string) {
  const transport = http(url, { retryCount: 0, timeout: 30_000 })
  const reader = createPublicClient({ chain: anvil, transport, cacheTime: 0 })
  const control = createTestClient({ chain: anvil, mode: 'anvil', transport })
  return {
    reader,
    control,
    /** Moves the chain's clock forward and mines a block there. */
    setTime: (seconds: number) => mineAt(url, seconds, 1),
    mine: () => control.mine({ blocks: 1 }),
    fund: (address: Hex, ether: string) => control.setBalance({ address, value: parseEther(ether) }),
  }
}

type AnvilOptions = {
  port: number
  chainId: number
  /** Unix seconds of the first block. */
  timestamp?: number | undefined
  args?: readonly string[]
  logFile?: string | undefined
}

/** Starts the local chain's program and waits until it answers. */
export async function startAnvil({
  port,
  chainId,
  timestamp,
  args = [],
  logFile,
}: AnvilOptions): Promise<RunningChild> {
  const flags = ['--port', String(port), '--chain-id', String(chainId), '--silent', '--order', 'fifo']
  if (timestamp !== undefined) flags.push('--timestamp', String(timestamp))
  const child = startChild(anvilProgram(), [...flags, ...args], logFile ? { logFile } : {})
  const { reader } = anvilClients(`http://127.0.0.1:${port}`)
  const until = Date.now() + START_SECONDS * 1000
  let ended = false
  child.exited.then(() => {
    ended = true
  })
  while (!ended && Date.now() < until) {
    const up = await reader.getChainId().then(
      () => true,
      () => false,
    )
    if (up) return child
    await new Promise((wait) => setTimeout(wait, 25))
  }
  await child.stop()
  throw new NamedFailure(
    `The local chain did not start on port ${port}.`,
    'Free the port, or start with --reset to begin a new chain.',
  )
}
