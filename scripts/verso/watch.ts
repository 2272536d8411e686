import { mkdir, readFile } from 'node:fs/promises'
import { leafBytes } from '#lib/protocol/leaf.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import { type Address, addressSchema, type Bytes32, bytes32Schema } from '#lib/protocol/primitives.ts'
import { parseReceipt } from '#lib/protocol/receipt.ts'
import { rpcReader } from './chain-reader.ts'
import { causeOf } from './doctor/finding.ts'
import { UsageError } from './usage.ts'
import { fetchBounded } from './watch/ask.ts'
import { instanceApi } from './watch/instance-api.ts'
import { clockTime } from './watch/standing.ts'
import { readState, writeState } from './watch/state-file.ts'
import { type Told, toldJson, toldText } from './watch/tell.ts'
import { type Session, takeTurn } from './watch/turn.ts'
import type { GivenReceipt } from './watch/watched-round.ts'

export type WatchFlags = {
  round?: string
  rpc?: string | undefined
  collection?: string
  receipt?: string[]
  state?: string
  every?: string
  once?: boolean
  json?: boolean
  evidence?: string
}

const EVERY_SECONDS = 60
const MOST_BACK_OFF_SECONDS = 900
const HEARTBEAT_SECONDS = 3600
const MAX_RECEIPT_BYTES = 2 ** 20
const MAX_RPC_BYTES = 16 * 2 ** 20
const RPC_TIMEOUT_MS = 20_000

type Options = {
  origin: string
  only: Bytes32 | null
  collection: Address | null
  rpc: string | null
  everySeconds: number
}

/** The instance's origin, and the round that the address itself names, if it does. */
function readPlace(source: string): { origin: string; round: string | undefined } {
  const url = URL.canParse(source) ? new URL(source) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new UsageError(`${source} is no address of an instance`)
  const round = /^\/api\/v1\/rounds\/(0x[0-9a-fA-F]{64})\/?$/.exec(url.pathname)?.[1]
  if (!round && url.pathname !== '/')
    throw new UsageError(`${source} is neither an instance nor one of its rounds (/api/v1/rounds/…)`)
  return { origin: url.origin, round }
}

function readOptions(source: string, flags: WatchFlags, env: NodeJS.ProcessEnv): Options {
  const place = readPlace(source)
  const named = flags.round ?? place.round
  if (flags.round && place.round && flags.round.toLowerCase() !== place.round.toLowerCase())
    throw new UsageError('--round and the address name two rounds')
  const round = bytes32Schema.nullable().safeParse(named?.toLowerCase() ?? null)
  if (!round.success) throw new UsageError(`--round ${named} is no round id: 0x and 64 hex digits`)
  const collection = addressSchema.nullable().safeParse(flags.collection?.toLowerCase() ?? null)
  if (!collection.success) throw new UsageError(`--collection ${flags.collection} is no address`)
  const everySeconds = flags.every === undefined ? EVERY_SECONDS : Number(flags.every)
  if (!Number.isInteger(everySeconds) || everySeconds < 1 || everySeconds > 86_400)
    throw new UsageError(`--every ${flags.every} is not a whole number of seconds from 1 to 86400`)
  const rpc = flags.rpc ?? (env.CHAIN_RPC_URL || null)
  if (rpc !== null && !URL.canParse(rpc)) throw new UsageError(`--rpc ${rpc} is no address`)
  return { origin: place.origin, only: round.data, collection: collection.data, rpc, everySeconds }
}

async function readReceipt(file: string): Promise<GivenReceipt> {
  try {
    const bytes = await readFile(file)
    if (bytes.length > MAX_RECEIPT_BYTES) throw new Error('too large for a receipt')
    const receipt = parseReceipt(JSON.parse(bytes.toString('utf8')))
    return { file, receipt, leafHash: leafHashOf(leafBytes(receipt.leaf)) }
  } catch (error) {
    throw new UsageError(`--receipt ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw new UsageError(`--evidence ${folder}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const nowSeconds = () => Math.floor(Date.now() / 1000)

/** Says things on standard output, and remembers when it last did. */
function speaker(isJson: boolean) {
  const colours = process.stdout.isTTY === true && !process.env.NO_COLOR
  let last = nowSeconds()
  return {
    since: () => last,
    tell(told: Told) {
      last = nowSeconds()
      process.stdout.write(`${isJson ? toldJson(told, last) : toldText(told, last, colours)}\n`)
    },
  }
}

type Speaker = ReturnType<typeof speaker>

async function startSession(
  options: Options,
  flags: WatchFlags,
  { tell }: Speaker,
  stop: AbortSignal,
): Promise<Session> {
  const { origin, rpc, only, collection } = options
  const receipts = await Promise.all((flags.receipt ?? []).map(readReceipt))
  const stray = receipts.find(({ receipt }) => only !== null && receipt.head.round !== only)
  if (stray) throw new UsageError(`--receipt ${stray.file} is of another round`)
  const watched = flags.state === undefined ? new Map() : await readState(flags.state, origin)
  const evidenceFolder = flags.evidence ?? '.'
  await prepareFolder(evidenceFolder)
  const bounds = { maxBytes: MAX_RPC_BYTES, timeoutMs: RPC_TIMEOUT_MS, stop }
  const askNode: typeof fetch = (input, init) =>
    fetchBounded(input instanceof Request ? input.url : input, init ?? {}, bounds)
  return {
    desk: {
      api: instanceApi(origin, stop),
      chain: rpc === null ? null : () => rpcReader(rpc, askNode),
      now: nowSeconds,
      settled: new Set(),
    },
    instance: origin,
    only,
    collection,
    receipts,
    evidenceFolder,
    watched,
    rounds: new Map(),
    done: new Set(),
    standing: new Map(),
    lasting: new Map(),
    tell,
    stop,
  }
}

function tellStart({ watched, tell }: Session, rpc: string | null): void {
  if (rpc === null) {
    const says =
      'no chain is asked (--rpc): the operator is the one that the rules name, and anchors are not compared'
    tell({ level: 'note', code: 'no-chain', says, round: null })
  }
  for (const [id, { title, frauds }] of watched)
    for (const { says, file } of frauds)
      tell({ level: 'fraud', code: 'found-before', says, round: { id, title }, evidence: file })
}

/** A full disk does not end the watch: what is remembered is written again after the next turn. */
async function saveState(session: Session, file: string | undefined): Promise<void> {
  if (file === undefined || session.stop.aborted) return
  try {
    await writeState(file, session.instance, session.watched)
  } catch (error) {
    const says = `--state ${file} could not be written: ${causeOf(error)}`
    session.tell({ level: 'note', code: 'state-file', says, round: null })
  }
}

/** Waits, or until the watch is stopped. */
function pause(seconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) return resolve()
    const timer = setTimeout(done, seconds * 1000)
    function done() {
      clearTimeout(timer)
      stop.removeEventListener('abort', done)
      resolve()
    }
    stop.addEventListener('abort', done)
  })
}

async function watchOn(session: Session, options: Options, file: string | undefined, voice: Speaker) {
  let failures = 0
  while (!session.stop.aborted) {
    failures = (await takeTurn(session)) ? 0 : failures + 1
    await saveState(session, file)
    if (!session.stop.aborted && nowSeconds() - voice.since() >= HEARTBEAT_SECONDS) {
      const says = `${[...session.watched.keys()].filter((id) => !session.done.has(id)).length} rounds watched, nothing new since ${clockTime(voice.since())}`
      session.tell({ level: 'ok', code: 'heartbeat', says, round: null })
    }
    await pause(backOff(options.everySeconds, failures), session.stop)
  }
}

/** Seconds to the next turn: twice as many after each one in which nothing answered. */
function backOff(everySeconds: number, failures: number): number {
  return Math.min(everySeconds * 2 ** Math.min(failures, 10), Math.max(everySeconds, MOST_BACK_OFF_SECONDS))
}

function exitCodeOf({ watched, lasting }: Session, isOnce: boolean): number {
  if ([...watched.values()].some(({ frauds }) => frauds.length > 0)) return 1
  const isBad = [...lasting.values()].some(({ level }) => level === 'withheld' || level === 'down')
  return isOnce && isBad ? 2 : 0
}

/**
 * `verso watch`: follows the rounds of a running instance, trusting nobody, until it is stopped. Sends nothing.
 * @returns exit code: 1 when fraud was found; else, with `--once`, 2 when something was withheld or not to be seen; else 0
 */
export async function watchCommand(
  source: string,
  flags: WatchFlags,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const options = readOptions(source, flags, env)
  const stopping = new AbortController()
  const voice = speaker(flags.json === true)
  const session = await startSession(options, flags, voice, stopping.signal)
  const end = () => stopping.abort()
  process.on('SIGINT', end).on('SIGTERM', end)
  tellStart(session, options.rpc)
  if (flags.once) {
    await takeTurn(session)
    await saveState(session, flags.state)
  } else await watchOn(session, options, flags.state, voice)
  process.off('SIGINT', end).off('SIGTERM', end)
  return exitCodeOf(session, flags.once === true)
}
