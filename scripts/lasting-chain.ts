import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { foundry } from 'viem/chains'
import { anvilClients, startAnvil } from './anvil.ts'
import type { RunningChain } from './chain.ts'
import { openGate } from './chain-gate.ts'
import { type ChainJournal, openJournal } from './chain-journal.ts'
import { isOnJournal, replayJournal } from './chain-replay.ts'
import type { RunningChild } from './child.ts'
import { freePort } from './free-port.ts'
import { supervise } from './supervise.ts'

type LastingOptions = {
  port: number
  /** State, journal and the time of the first block lie here. */
  folder: string
  /** Unix seconds of the instance's clock; the chain wakes up at it. */
  now(): Promise<number>
  /** Blocks come without a transaction when the last one is older than this, and after each activity. */
  idleBlockSeconds: number
  logFile: string
  /** Told of each process that runs. */
  started(child: RunningChild): void
  gaveUp(said: string): void
}

const TICK_MS = 1_000
const BLOCKS_AFTER_ACTIVITY = 3
const BLOCKS_AFTER_IDLING = 2
const STATE_SECONDS = '60'

/** Each state holds every contract's code, so a chain that mines while idle would fill the disk. */
const MOST_STATES = '1000'

const isWhole = (file: string) => {
  try {
    JSON.parse(readFileSync(file, 'utf8'))
    return true
  } catch {
    return false
  }
}

const setAside = (file: string) => renameSync(file, `${file}.broken`)

/** The first block is made anew at every start: it has to get the time it had, or it is another block. */
function beginningOf(stateFile: string, now: number): number {
  const noted = `${stateFile}.began`
  if (!existsSync(noted)) writeFileSync(noted, String(now))
  return Number(readFileSync(noted, 'utf8'))
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

/** One process of the chain, brought to where the journal ends, at the time that it is now. */
async function wake(options: LastingOptions, journal: ChainJournal, stateFile: string) {
  const { now, logFile } = options
  if (existsSync(stateFile) && !isWhole(stateFile)) setAside(stateFile)
  const timestamp = beginningOf(stateFile, await now())
  const args = ['--state', stateFile, '--state-interval', STATE_SECONDS]
  args.push('--preserve-historical-states', '--max-persisted-states', MOST_STATES)
  const start = async () => {
    const port = await freePort()
    const child = await startAnvil({ port, chainId: foundry.id, timestamp, args, logFile })
    return { child, url: `http://127.0.0.1:${port}` }
  }
  const replay = journal.read()
  const goesOn = existsSync(stateFile) || replay.steps.length > 0
  let woken = await start()
  if (!(await isOnJournal(woken.url, replay))) {
    await woken.child.stop()
    setAside(stateFile)
    woken = await start()
  }
  try {
    await replayJournal(woken.url, replay)
    // The last block is old: one of now, so that reads of `latest` see the time.
    if (goesOn) await anvilClients(woken.url).setTime(await now())
  } catch (error) {
    await woken.child.stop()
    throw error
  }
  return woken
}

/**
 * Starts the local chain of an instance. It stays at its port whatever happens to the process behind: everything
 * it is told goes into a journal first, and a chain that was killed is made again from it, block for block.
 */
export async function startLastingChain(options: LastingOptions): Promise<RunningChain> {
  const folder = resolve(options.folder)
  mkdirSync(folder, { recursive: true })
  const journal = openJournal(join(folder, 'journal.jsonl'))
  const gate = await openGate(options.port, journal)
  const start = async () => {
    const { child, url } = await wake(options, journal, join(folder, 'state.json'))
    child.exited.then(() => gate.shut())
    await gate.open({ url }).catch(async (error: unknown) => {
      await child.stop()
      throw error
    })
    return child
  }
  const { started, gaveUp, logFile } = options
  const supervised = await supervise({ name: 'local chain', logFile, start }, { started, gaveUp }).catch(
    async (error: unknown) => {
      await gate.stop()
      throw error
    },
  )
  const url = `http://127.0.0.1:${options.port}`
  const { reader, setTime, mine, fund } = anvilClients(url)
  const idle = mineWhenIdle(options.idleBlockSeconds, () => reader.getBlockNumber(), mine)
  const stop = async () => {
    clearInterval(idle)
    await gate.stop()
    await supervised.stop()
    journal.close()
  }
  let stopping: Promise<void> | undefined
  return {
    url,
    port: options.port,
    chainId: foundry.id,
    setTime,
    mine,
    fund,
    stop() {
      stopping ??= stop()
      return stopping
    },
  }
}
