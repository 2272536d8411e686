import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { arch, platform } from 'node:os'
import { dirname, resolve } from 'node:path'
import { createPublicClient, createTestClient, type Hex, http, parseEther } from 'viem'
import { anvil, foundry } from 'viem/chains'
import { type RunningChild, startChild } from './child.ts'
import { NamedFailure } from './failure.ts'
import { freePort } from './free-port.ts'

export type RunningChain = {
  url: string
  port: number
  chainId: number
  child: RunningChild
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
  /** Blocks come without a transaction when the last one is older than this, and after each activity. */
  idleBlockSeconds?: number
  logFile?: string
}

const START_SECONDS = 30
const COPY_MS = 10_000
const TICK_MS = 1_000
const BLOCKS_AFTER_ACTIVITY = 3
const BLOCKS_AFTER_IDLING = 2

/** Each state holds every contract's code, so a chain that mines while idle would fill the disk. */
const MOST_STATES = '1000'

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

/** The first block is made anew at every start: it has to get the time it had, or it is another block. */
function beginningOf({ stateFile, now }: ChainOptions): number | undefined {
  if (!stateFile || now === undefined) return now
  const noted = `${stateFile}.began`
  if (!existsSync(stateFile)) writeFileSync(noted, String(now))
  return existsSync(noted) ? Number(readFileSync(noted, 'utf8')) : now
}

function anvilArguments(options: ChainOptions, port: number, chainId: number): string[] {
  const begins = beginningOf(options)
  const args = ['--port', String(port), '--chain-id', String(chainId), '--silent', '--order', 'fifo']
  if (options.blockTimeSeconds) args.push('--mixed-mining', '--block-time', String(options.blockTimeSeconds))
  if (begins !== undefined) args.push('--timestamp', String(begins))
  if (options.stateFile)
    args.push(
      ...['--state', options.stateFile, '--state-interval', '5'],
      ...['--preserve-historical-states', '--max-persisted-states', MOST_STATES],
    )
  return args
}

const isWhole = (file: string) => {
  try {
    JSON.parse(readFileSync(file, 'utf8'))
    return true
  } catch {
    return false
  }
}

/** The chain writes its file in place: when it was killed while writing, the copy beside it counts. */
function repairState(stateFile: string): void {
  mkdirSync(dirname(stateFile), { recursive: true })
  if (!existsSync(stateFile) || isWhole(stateFile)) return
  const copy = `${stateFile}.copy`
  if (existsSync(copy) && isWhole(copy)) copyFileSync(copy, stateFile)
  else renameSync(stateFile, `${stateFile}.broken`)
}

/** True when the file ends as it should: a cheap look, the whole is parsed before it is trusted. */
function seemsWhole(file: string): boolean {
  const { size } = statSync(file)
  const handle = openSync(file, 'r')
  const last = Buffer.alloc(1)
  readSync(handle, last, 0, 1, Math.max(0, size - 1))
  closeSync(handle)
  return last.toString() === '}'
}

/** Copies the state file beside itself while the chain runs. */
function keepCopy(stateFile: string): NodeJS.Timeout {
  let copied = 0
  const timer = setInterval(() => {
    const changed = existsSync(stateFile) ? statSync(stateFile).mtimeMs : copied
    if (changed === copied || !seemsWhole(stateFile)) return
    copyFileSync(stateFile, `${stateFile}.draft`)
    if (statSync(stateFile).mtimeMs !== changed) return
    renameSync(`${stateFile}.draft`, `${stateFile}.copy`)
    copied = changed
  }, COPY_MS)
  return timer.unref()
}

/**
 * Mines without a transaction only where somebody waits: a few blocks after each transaction or move of the
 * clock, so that it is soon deep enough, and two when nothing came for a while, so that a time that has passed
 * gets its block and the one after.
 */
function mineWhenIdle(seconds: number, blockNumber: () => Promise<bigint>, mine: () => Promise<void>) {
  let expected = -1n
  let since = Date.now()
  let due = 0
  const tick = async () => {
    const number = await blockNumber()
    if (number !== expected) due = BLOCKS_AFTER_ACTIVITY
    else if (due === 0 && Date.now() - since >= seconds * 1000) due = BLOCKS_AFTER_IDLING
    expected = number
    if (due === 0) return
    due -= 1
    since = Date.now()
    await mine()
    expected = number + 1n
  }
  // A tick that fails is the chain stopping; its end is told elsewhere.
  return setInterval(() => void tick().catch(() => {}), TICK_MS).unref()
}

async function waitUntilUp(
  child: RunningChild,
  port: number,
  answers: () => Promise<unknown>,
): Promise<void> {
  const until = Date.now() + START_SECONDS * 1000
  let ended = false
  child.exited.then(() => {
    ended = true
  })
  while (!ended && Date.now() < until) {
    const up = await answers().then(
      () => true,
      () => false,
    )
    if (up) return
    await new Promise((wait) => setTimeout(wait, 25))
  }
  await child.stop()
  throw new NamedFailure(
    `The local chain did not start on port ${port}.`,
    'Free the port, or start with --reset to begin a new chain.',
  )
}

/** Starts the local chain; after a restart its clock goes on from `now`, never below its last block. */
export async function startChain(given: ChainOptions = {}): Promise<RunningChain> {
  const options = { ...given, ...(given.stateFile && { stateFile: resolve(given.stateFile) }) }
  const port = options.port ?? (await freePort())
  const chainId = options.chainId ?? foundry.id
  const url = `http://127.0.0.1:${port}`
  if (options.stateFile) repairState(options.stateFile)
  const goesOn = options.stateFile !== undefined && existsSync(options.stateFile)
  const child = startChild(anvilProgram(), anvilArguments(options, port, chainId), {
    ...(options.logFile && { logFile: options.logFile }),
  })
  const transport = http(url, { retryCount: 0 })
  const reader = createPublicClient({ chain: anvil, transport })
  const control = createTestClient({ chain: anvil, mode: 'anvil', transport })
  await waitUntilUp(child, port, () => reader.getChainId())
  const copies = options.stateFile ? keepCopy(options.stateFile) : undefined
  const mine = () => control.mine({ blocks: 1 })
  const setTime = async (seconds: number) => {
    const latest = await reader.getBlock({ blockTag: 'latest' })
    const next = BigInt(seconds) > latest.timestamp ? BigInt(seconds) : latest.timestamp + 1n
    await control.setNextBlockTimestamp({ timestamp: next })
    await control.mine({ blocks: 1 })
  }
  // After a restart the last block is old: one of now, so that reads of `latest` see the time.
  if (options.now !== undefined && goesOn) await setTime(options.now)
  const idle = options.idleBlockSeconds
    ? mineWhenIdle(options.idleBlockSeconds, () => reader.getBlockNumber({ cacheTime: 0 }), mine)
    : undefined
  return {
    url,
    port,
    chainId,
    child,
    setTime,
    mine,
    fund: (address, ether) => control.setBalance({ address, value: parseEther(ether) }),
    async stop() {
      clearInterval(copies)
      clearInterval(idle)
      await child.stop()
    },
  }
}
