import { relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { NamedFailure, tellFailure } from './failure.ts'
import { type Stack, startStack } from './stack.ts'

const HELP = `npm run demo [-- --reset]

Starts an instance on this machine: database, local chain, worker, app.
  --reset      begins with an empty folder
  PORT         port of the app (3000, or the next free one)
  VERSO_DATA   folder of database, chain, pictures and logs (.data)
  VERSO_SEED   0 leaves the instance empty, small makes few works
  DATABASE_URL, CHAIN_RPC_URL   yours are used instead of the embedded ones
`

function portOf(given: string | undefined): number | undefined {
  if (given === undefined || given === '') return undefined
  const port = Number(given)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new NamedFailure(`PORT is ${given}.`, 'Set it to a number from 1 to 65535, or leave it out.')
}

function checkSeed(given: string | undefined): void {
  if (given === undefined || ['', '0', 'small', 'full'].includes(given)) return
  throw new NamedFailure(`VERSO_SEED is ${given}.`, 'Set it to 0, small or full, or leave it out.')
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { reset: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) return console.log(HELP)
  const began = performance.now()
  const abort = new AbortController()
  let stack: Stack | undefined
  const end = async (code: number) => {
    abort.abort()
    await stack?.stop()
    process.exit(code)
  }
  let ending = false
  const onSignal = () => {
    if (ending) return
    ending = true
    console.log('\nStopping …')
    // While starting, startStack ends what it began and throws.
    if (stack) void end(0)
    else abort.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  if (process.env.VERSO_WATCH_PARENT) {
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && onSignal(), 1_000).unref()
  }
  const dataDir = resolve(process.env.VERSO_DATA || '.data')
  const port = portOf(process.env.PORT)
  checkSeed(process.env.VERSO_SEED)
  const { VERSO_WATCH_PARENT: _, PORT: __, ...env } = process.env
  stack = await startStack({
    dataDir,
    ...(port !== undefined && { port }),
    reset: values.reset ?? false,
    env,
    tell: (line) => console.log(`  ${line}`),
    signal: abort.signal,
    broken: (failure) => {
      if (ending) return
      ending = true
      tellFailure(failure)
      void end(1)
    },
  }).catch((error: unknown) => {
    if (abort.signal.aborted) process.exit(0)
    tellFailure(error)
    process.exit(1)
  })
  if (ending) return end(0)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`\nVerso is at ${stack.url}   (${seconds} s)`)
  console.log(`Data and logs are in ${relative('.', dataDir) || '.'}. Stop with Ctrl-C.\n`)
  await stack.seed()
}

await main().catch((error: unknown) => {
  tellFailure(error)
  process.exit(1)
})
