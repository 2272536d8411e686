import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createPublicClient, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { LOCAL_CHAIN_ID } from '#lib/platform/env.ts'
import { ensureBuilt, releaseBuild } from './build.ts'
import type { RunningChain } from './chain.ts'
import { type RunningChild, startChild } from './child.ts'
import { beganAt, type DataFolder, openDataFolder } from './data-folder.ts'
import { NamedFailure } from './failure.ts'
import { freePort, portIsFree } from './free-port.ts'
import { beginClock, clockNow } from './instance-clock.ts'
import { startLastingChain } from './lasting-chain.ts'
import { migrate } from './migrate.ts'
import { operatorKey } from './operator-key.ts'
import { startPostgres } from './postgres.ts'
import { ensureClient } from './prisma-client.ts'
import { followProgress } from './seed-progress.ts'
import { lastLines, type Supervised, supervise } from './supervise.ts'

export type StackOptions = {
  dataDir: string
  /** Taken as given; without it 3000 or the next free one. */
  port?: number
  reset?: boolean
  /** What DATABASE_URL, CHAIN_RPC_URL and the rest are read from. */
  env: NodeJS.ProcessEnv
  tell: (line: string) => void
  signal: AbortSignal
  /** A part that cannot be started again has ended. */
  broken: (failure: NamedFailure) => void
}

export type Stack = {
  url: string
  /** Starts the seeding, which goes on beside; resolves when it has ended. */
  seed(): Promise<void>
  stop(): Promise<void>
}

const root = resolve(import.meta.dirname, '..')
const SEED = join(root, 'scripts', 'seed.ts')
const REACT_SERVER = '--conditions=react-server'
/** What the server says itself is in the language of the build. */
const SPEAKING = ['--import', './scripts/language.ts']
const SEED_TRIES = 5

const willSeed = (env: NodeJS.ProcessEnv) => existsSync(SEED) && env.VERSO_SEED !== '0'

/** The demo's story begins some days ago, so that a finished round can be lived forward to now. */
const DAYS_BACK = 4
const FIRST_PORT = 3000
const START_SECONDS = 60

type Parts = {
  folder: DataFolder
  options: StackOptions
  stops: (() => Promise<void>)[]
  log(name: string): string
}

/** Notes a running process group, so that the next start can end it if this one is killed. */
function remember({ folder }: Parts, name: string, child: RunningChild): void {
  const { pid } = child.process
  if (!pid) return
  const others = (folder.read().groups ?? []).filter((group) => group.name !== name)
  folder.note({ groups: [...others, { name, pid, began: beganAt(pid) }] })
}

/** What is done about a part that is started again, and about one that cannot be. */
const noticesFor = (parts: Parts, name: string, logFile: string) => ({
  started: (child: RunningChild) => remember(parts, name, child),
  gaveUp: (said: string) =>
    parts.options.broken(new NamedFailure(said, `Nothing is lost. The whole output is in ${logFile}.`)),
})

const rememberedPort = async (port: number | undefined) =>
  port !== undefined && (await portIsFree(port)) ? port : freePort()

async function openPostgres(parts: Parts): Promise<string> {
  const { folder, options, stops } = parts
  if (options.env.DATABASE_URL) return options.env.DATABASE_URL
  const dataDir = join(folder.path, 'postgres')
  const port = await rememberedPort(folder.read().postgresPort)
  const open = () => startPostgres({ dataDir, port, tell: options.tell })
  const { url, cluster, child, logFile } = await open()
  let first: RunningChild | undefined = child
  const supervised = await supervise(
    {
      name: 'database',
      logFile,
      async start() {
        const running = first ?? (await open()).child
        first = undefined
        return running
      },
    },
    noticesFor(parts, 'postgres', logFile),
  )
  stops.unshift(() => supervised.stop())
  folder.note({ postgresPort: port, cluster })
  return url
}

async function openChain(parts: Parts, databaseUrl: string): Promise<RunningChain | string> {
  const { folder, options, stops, log } = parts
  if (options.env.CHAIN_RPC_URL) return options.env.CHAIN_RPC_URL
  const logFile = log('chain')
  await beginClock(databaseUrl, willSeed(options.env) ? -DAYS_BACK * 86_400 : 0)
  const chain = await startLastingChain({
    port: await rememberedPort(folder.read().chainPort),
    folder: join(folder.path, 'chain'),
    now: () => clockNow(databaseUrl),
    idleBlockSeconds: 60,
    logFile,
    ...noticesFor(parts, 'chain', logFile),
  })
  stops.unshift(() => chain.stop())
  folder.note({ chainPort: chain.port })
  return chain
}

async function chainIdOf(url: string): Promise<number> {
  try {
    return await createPublicClient({ transport: http(url, { retryCount: 1 }) }).getChainId()
  } catch (cause) {
    throw new NamedFailure(`No chain answers at ${url}.`, 'Correct CHAIN_RPC_URL, or leave it out.', {
      cause,
    })
  }
}

/** What app, worker and seeding find in their environment. */
async function childEnvironment(
  parts: Parts,
  databaseUrl: string,
  chain: RunningChain | string,
  { url, chainId }: { url: string; chainId: number },
) {
  const { env } = parts.options
  const rpc = typeof chain === 'string' ? chain : chain.url
  const key = env.OPERATOR_PRIVATE_KEY ?? operatorKey(parts.folder.path)
  if (typeof chain !== 'string') await chain.fund(privateKeyToAccount(key as `0x${string}`).address, '1000')
  return {
    ...env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    VERSO_DATA: parts.folder.path,
    PUBLIC_URL: env.PUBLIC_URL ?? url,
    DATABASE_URL: databaseUrl,
    CHAIN_RPC_URL: rpc,
    CHAIN_ID: String(chainId),
    OPERATOR_PRIVATE_KEY: key,
  }
}

/** The chain that the instance will live on: said, asked for, or the embedded one. */
async function homeChainId({ CHAIN_ID, CHAIN_RPC_URL }: NodeJS.ProcessEnv): Promise<number> {
  if (CHAIN_ID) return Number(CHAIN_ID)
  return CHAIN_RPC_URL ? chainIdOf(CHAIN_RPC_URL) : LOCAL_CHAIN_ID
}

async function choosePort(given: number | undefined): Promise<number> {
  if (given === undefined) return freePort(FIRST_PORT)
  if (await portIsFree(given)) return given
  throw new NamedFailure(`Port ${given} is taken.`, 'Set PORT to another one, or leave it out.')
}

/** Resolves as soon as the app answers anything; the page may still be filling. */
async function awaitAnswer(port: number, web: Supervised, logFile: string): Promise<void> {
  const until = Date.now() + START_SECONDS * 1000
  let code: number | undefined
  web.child().exited.then((ended) => {
    code = ended
  })
  while (code === undefined && Date.now() < until) {
    const answered = await fetch(`http://127.0.0.1:${port}/api/v1/health`).then(
      () => true,
      () => false,
    )
    if (answered) return
    await new Promise((wait) => setTimeout(wait, 50))
  }
  throw new NamedFailure(
    `The app did not start on port ${port}.\n${lastLines(logFile)}`,
    `The whole output is in ${logFile}.`,
  )
}

async function run(parts: Parts, name: string, args: string[], env: NodeJS.ProcessEnv): Promise<Supervised> {
  const logFile = parts.log(name)
  const start = async () => startChild(process.execPath, args, { cwd: root, env, logFile })
  const supervised = await supervise({ name, logFile, start }, noticesFor(parts, name, logFile))
  parts.stops.unshift(() => supervised.stop())
  return supervised
}

/** Makes the rounds of the demo. Each start goes on where the one before was cut off. */
async function seed(parts: Parts, env: NodeJS.ProcessEnv): Promise<void> {
  if (!willSeed(env)) return
  const { tell } = parts.options
  const logFile = parts.log('seed')
  const unfollow = followProgress(logFile, tell)
  let child: RunningChild | undefined
  let stopped = false
  parts.stops.unshift(async () => {
    stopped = true
    await child?.stop()
  })
  let code = 1
  for (let tries = 0; code !== 0 && !stopped && tries < SEED_TRIES; tries += 1) {
    if (tries > 0) tell('The seeding was cut off. It goes on from there.')
    child = startChild(process.execPath, [REACT_SERVER, SEED], { cwd: root, env, logFile })
    remember(parts, 'seed', child)
    code = await child.exited
  }
  unfollow()
  if (stopped) return
  parts.folder.note({ seeding: false })
  if (code === 0) return
  process.stderr.write(
    `\nverso: the demo's rounds could not all be made.\n${lastLines(parts.log('seed'))}\n       ` +
      `The whole output is in ${parts.log('seed')}. Start again to go on, or with --reset from the beginning.\n`,
  )
}

async function stopAll(parts: Parts): Promise<void> {
  for (const stop of parts.stops.splice(0)) await stop()
  parts.folder.note({ groups: [], seeding: false })
  parts.folder.release()
}

async function start(parts: Parts): Promise<Omit<Stack, 'stop'>> {
  const { options, log } = parts
  const { tell, signal } = options
  const timed = async <T>(what: string, work: Promise<T>, unless?: (value: T) => boolean): Promise<T> => {
    const began = performance.now()
    const value = await work
    if (signal.aborted) throw new NamedFailure('Stopped.', 'Nothing is left running.')
    if (!unless?.(value)) tell(`${what.padEnd(38)} ${((performance.now() - began) / 1000).toFixed(1)} s`)
    return value
  }
  ensureClient()
  const chainId = await homeChainId(options.env)
  const build = ensureBuilt({ chainId, logFile: log('build'), signal })
  const building = timed('the app is built', build, ({ built }) => !built)
  building.catch(() => {})
  const databaseUrl = await timed('the database runs', openPostgres(parts))
  await timed(
    'its tables are up to date',
    Promise.resolve().then(() => migrate(databaseUrl)),
  )
  const chain = await timed('the chain runs', openChain(parts, databaseUrl))
  const { dist } = await building
  parts.stops.push(async () => releaseBuild(dist))
  const port = await choosePort(options.port)
  const url = `http://localhost:${port}`
  const env = await childEnvironment(parts, databaseUrl, chain, { url, chainId })
  parts.folder.note({ seeding: willSeed(env) })
  if (existsSync(join(root, 'scripts/worker.ts')))
    await run(parts, 'worker', [REACT_SERVER, 'scripts/worker.ts'], env)
  const webEnv = { ...env, VERSO_DIST: dist }
  const server = [...SPEAKING, 'scripts/server.ts', '-p', String(port), '-H', '127.0.0.1']
  const web = await run(parts, 'web', server, webEnv)
  await timed('the app answers', awaitAnswer(port, web, log('web')))
  parts.folder.note({ url: env.PUBLIC_URL, port })
  return { url: env.PUBLIC_URL, seed: () => seed(parts, env) }
}

/** Starts everything that an instance needs in one folder. Whatever fails, nothing is left running. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const folder = await openDataFolder(resolve(options.dataDir), options.reset ?? false)
  const parts: Parts = { folder, options, stops: [], log: (name) => join(folder.path, 'logs', `${name}.log`) }
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= stopAll(parts)
    return stopping
  }
  try {
    return { ...(await start(parts)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
